import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

/** What a watch tells, a line each, in the order in which it comes. */
export async function watchLines(url: string) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).on('error', reject);
  });
  const lines = createInterface({ input: answer })[Symbol.asyncIterator]();
  return {
    /** the next line; `undefined` when the watch is over */
    async next(): Promise<any> {
      const { value, done } = await lines.next();
      return done ? undefined : JSON.parse(value);
    },
    leave: () => answer.destroy(),
  };
}
