/** A body that is not what it says; where it went wrong is part of the message. @public */
export class UndecodableError extends Error {
  constructor(words: string, readonly offset: number) {
    super(`${words} at byte ${offset}`);
    this.name = 'UndecodableError';
  }
}
