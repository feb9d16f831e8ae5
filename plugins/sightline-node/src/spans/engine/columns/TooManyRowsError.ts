/** A batch of more than anybody should keep in memory at once; smaller ones are welcome. @public */
export class TooManyRowsError extends Error {
  constructor(what: string, rowsAtMost: number) {
    super(
      `The body holds more than ${rowsAtMost} ${what}: send it in smaller parts`,
    );
    this.name = 'TooManyRowsError';
  }
}
