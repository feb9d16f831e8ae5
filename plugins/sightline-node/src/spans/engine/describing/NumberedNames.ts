/** Things by number and by name. A number that is given back is the next to be given out. */
export class NumberedNames<T> {
  private readonly things: (T | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];

  /** How many there are. */
  get size() {
    return this.numbers.size;
  }

  /** Every number is below. */
  get end() {
    return this.things.length;
  }

  numberOf(name: string): number | undefined {
    return this.numbers.get(name);
  }

  thing(number: number): T {
    return this.things[number] as T;
  }

  add(name: string, thing: T): number {
    const number = this.free.pop() ?? this.things.length;
    this.things[number] = thing;
    this.numbers.set(name, number);
    return number;
  }

  keepOnly(isKept: (number: number) => boolean) {
    for (const [name, number] of this.numbers) {
      if (isKept(number)) continue;
      this.numbers.delete(name);
      this.things[number] = undefined;
      this.free.push(number);
    }
  }
}
