const newline = 0x0a;

/**
 * Cuts a stream of bytes into lines. A line above `limit` is not kept; `lost` is
 * told, and what comes after it is read on.
 */
export async function* lines(
  stream: AsyncIterable<Buffer>,
  { limit, lost }: { limit: number; lost: () => void },
): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let size = 0;
  const add = (piece: Buffer) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    else pieces = [];
  };
  const take = () => {
    const line =
      size <= limit ? Buffer.concat(pieces).toString('utf8') : undefined;
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (
      let to = chunk.indexOf(newline);
      to >= 0;
      to = chunk.indexOf(newline, from)
    ) {
      add(chunk.subarray(from, to));
      from = to + 1;
      const line = take();
      if (line === undefined) lost();
      else if (line.trim() !== '') yield line;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
}
