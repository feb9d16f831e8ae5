/** Something around us is in the way: one sentence what, one what to do. Printed without a stack. */
export class Advice extends Error {
  override readonly name = 'Advice';
  readonly wayOut: string;

  constructor(sentence: string, wayOut: string) {
    super(sentence);
    this.wayOut = wayOut;
  }
}
