import { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * The first line comes before any header is sent: what fails until then is
 * answered like everywhere. Later on only cutting the answer off can tell that
 * it is not complete. Who hangs up needs no answer.
 */
export const sendCsv = async (
  lines: AsyncGenerator<string>,
  { response, file }: { response: Response; file: string },
): Promise<void> => {
  const first = await lines.next();
  const all = async function* all() {
    yield first.value;
    yield* lines;
  };
  response.attachment(file);
  try {
    await pipeline(Readable.from(all()), response);
  } catch (error) {
    if (!isHangUp(error)) {
      throw error;
    }
  }
};

const isHangUp = (error: unknown) =>
  (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
