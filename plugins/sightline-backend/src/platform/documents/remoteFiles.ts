import { UrlReaderService } from '@backstage/backend-plugin-api';
import { untilAborted } from '../resilience/waiting';
import { longestFile, ReadFile, tooLong } from './ReadFile';

const TIMEOUT = 20_000;

const late = { fault: `It did not come within ${TIMEOUT / 1000} seconds` };

const faultOf = ({ name, message }: Error) => {
  switch (name) {
    case 'NotFoundError':
      return { fault: 'There is no such file at this address' };
    case 'AbortError':
    case 'TimeoutError':
      return late;
    default:
      return { fault: `It cannot be read: ${message}` };
  }
};

/** Reads files as the catalog does: by its integrations and `backend.reading.allow`. */
export const createRemoteFiles =
  (reader: Pick<UrlReaderService, 'readUrl'>): ReadFile =>
  async (address, { version, signal }) => {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
    const read = async () => {
      const answer = await reader.readUrl(address, {
        ...(version !== undefined && { etag: version }),
        signal: patience,
      });
      return { bytes: await answer.buffer(), etag: answer.etag };
    };
    try {
      // Some readers take no notice of the signal; nobody waits for them.
      const got = await untilAborted(read(), patience);
      if (!got) return late;
      const { bytes, etag } = got;
      if (bytes.length > longestFile) return { fault: tooLong(bytes.length) };
      return {
        text: bytes.toString('utf8'),
        ...(etag !== undefined && { version: etag }),
      };
    } catch (error) {
      return (error as Error).name === 'NotModifiedError'
        ? { unchanged: true }
        : faultOf(error as Error);
    }
  };
