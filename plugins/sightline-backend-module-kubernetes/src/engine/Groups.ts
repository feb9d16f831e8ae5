/** Below this a list is copied when it grows: one that is pushed to makes room for 16 more. */
const few = 16;

/** Who belongs to what. Most groups are small, and a set of few takes three times as much. */
export class Groups<T extends string | number> {
  readonly #members = new Map<string, T[]>();

  of(group: string): readonly T[] {
    return this.#members.get(group) ?? [];
  }

  join(group: string, member: T): void {
    const members = this.#members.get(group) ?? [];
    if (members.length < few) this.#members.set(group, members.concat(member));
    else members.push(member);
  }

  leave(group: string, member: T): void {
    const members = this.#members.get(group) ?? [];
    const at = members.indexOf(member);
    if (at >= 0) members.splice(at, 1);
    if (members.length === 0) this.#members.delete(group);
  }
}
