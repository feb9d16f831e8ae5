const code = (sign: string) => sign.charCodeAt(0);
const [quote, backslash] = [code('"'), code('\\')];
const [openObject, closeObject] = [code('{'), code('}')];
const [openArray, closeArray] = [code('['), code(']')];

/** Bytes of everything around the items; more is no list. */
const mostAround = 2 ** 20;

export type ListItems = {
  /** bytes of one item; a longer one is not kept, and `lost` is told */
  limit: number;
  item: (text: string) => void;
  lost: () => void;
};

/** Bytes of one piece of text, over the ends of chunks. */
class Piece {
  #parts: Buffer[] = [];
  size = 0;

  constructor(private readonly limit: number) {}

  add(part: Buffer) {
    this.size += part.length;
    if (this.size <= this.limit) this.#parts.push(part);
    else this.#parts = [];
  }

  /** `undefined` when it was too long */
  take(): string | undefined {
    const isWhole = this.size <= this.limit;
    const parts = this.#parts;
    [this.#parts, this.size] = [[], 0];
    if (!isWhole) return undefined;
    return (parts.length === 1 ? parts[0] : Buffer.concat(parts)).toString(
      'utf8',
    );
  }
}

/**
 * Cuts `{ …, "items": [ {…}, {…} ], … }` into its items while it comes in, each a
 * text of its own: a page is never in memory as a whole. Answers with what was
 * around them, `undefined` when that was too long to be a list.
 *
 * ```
 *   depth   1            2  3        2   1
 *           { "items": [    { … } ,    ]   }
 * ```
 */
export const readListItems = async (
  stream: AsyncIterable<Buffer>,
  { limit, item, lost }: ListItems,
): Promise<string | undefined> => {
  const around = new Piece(mostAround);
  const piece = new Piece(limit);
  let [depth, inString, escaped, inItems] = [0, false, false, false];
  /** the end of what stands before an array: whether that is `"items":` */
  let before = '';

  const ended = () => {
    const text = piece.take();
    if (text === undefined) lost();
    else item(text);
  };

  for await (const chunk of stream) {
    let from = 0;
    const cut = (to: number) => {
      const part = chunk.subarray(from, to);
      from = to;
      return part;
    };
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
      } else if (byte === quote) {
        inString = true;
      } else if (byte === openObject || byte === openArray) {
        if (byte === openArray && depth === 1) {
          const said = cut(at + 1);
          around.add(said);
          before = (before + said.toString('latin1')).slice(-64);
          inItems = /"items"\s*:\s*\[$/.test(before);
        } else if (inItems && depth === 2) from = at;
        depth += 1;
      } else if (byte === closeObject || byte === closeArray) {
        depth -= 1;
        if (inItems && depth === 2) {
          piece.add(cut(at + 1));
          ended();
        } else if (inItems && depth === 1) {
          [inItems, from] = [false, at];
        }
      }
    }
    const left = chunk.subarray(from);
    if (!inItems) {
      around.add(left);
      before = (before + left.toString('latin1')).slice(-64);
    } else if (depth > 2) piece.add(left);
  }
  return around.take();
};
