import { failed, ok, Outcome } from '../source/Outcome';
import { AskedPlace, placeInWords } from './place';

const sizeInWords = (bytes: number) =>
  bytes >= 1024 * 1024
    ? `${Math.floor(bytes / 1024 / 1024)} MiB`
    : `${Math.max(1, Math.floor(bytes / 1024))} KiB`;

/**
 * Reads a body and stops at `limit` bytes (counted after
 * decompression), so that neither a mistake nor a zip bomb fills the memory.
 */
export const readBody = async (
  response: Response,
  limit: number,
  place: AskedPlace,
): Promise<Outcome<Uint8Array>> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel().catch(() => {});
      const { host, request } = placeInWords(place);
      return failed({
        kind: 'too-large',
        words: `${host} answered ${request} with more than ${sizeInWords(
          limit,
        )}: reading was stopped there`,
      });
    }
    parts.push(value);
  }
  return ok(Buffer.concat(parts));
};
