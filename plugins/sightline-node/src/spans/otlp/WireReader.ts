import { UndecodableError } from './UndecodableError';

/** Groups have been deprecated for 15 years; whoever nests them deeply is up to something. */
const groupsAtMost = 100;

const none = new Uint8Array(0);

/**
 * Walks protobuf's wire format. Knows no message: reads numbers, hands out
 * where things begin and end, and never looks beyond the end it was given.
 *
 * Every length is checked against the end of the message around it, so that a
 * sub-message cannot reach into its neighbour.
 * @public
 */
export class WireReader {
  buffer: Uint8Array = none;
  /** the same bytes: numbers of four bytes are one access here */
  view = new DataView(none.buffer);
  at = 0;
  /** the upper 32 bits of the number `varint` has just read */
  high = 0;

  open(buffer: Uint8Array) {
    this.buffer = buffer;
    this.view = new DataView(
      buffer.buffer,
      buffer.byteOffset,
      buffer.byteLength,
    );
    this.at = 0;
  }

  /** The lower 32 bits, unsigned. */
  varint(end: number): number {
    const first = this.at < end ? this.buffer[this.at] : 0x80;
    if (first < 0x80) {
      this.at += 1;
      this.high = 0;
      return first;
    }
    return this.longVarint(end);
  }

  /** A field's number and wire type; field 0 and numbers beyond 2^29 do not exist. */
  tag(end: number): number {
    const start = this.at;
    const tag = this.varint(end);
    if (tag < 8 || this.high !== 0) {
      throw new UndecodableError('There is no such field', start);
    }
    return tag;
  }

  /** Reads a length and answers where what follows ends. */
  lengthEnd(end: number): number {
    const start = this.at;
    const length = this.varint(end);
    const stop = this.at + length;
    if (this.high !== 0 || stop > end) {
      throw new UndecodableError(
        `${this.high * 2 ** 32 + length} bytes are announced, ${
          end - this.at
        } are left`,
        start,
      );
    }
    return stop;
  }

  /** Moves on by a fixed number of bytes and answers where they began. */
  fixed(bytes: number, end: number): number {
    const start = this.at;
    if (start + bytes > end) {
      throw new UndecodableError('The message ends within a number', start);
    }
    this.at = start + bytes;
    return start;
  }

  /** Little-endian, unsigned. */
  word(at: number): number {
    return this.view.getUint32(at, true);
  }

  /** Passes over a field whose tag has just been read. */
  skip(tag: number, end: number) {
    let open = 0;
    let current = tag;
    const groups: number[] = [];
    for (;;) {
      switch (current & 7) {
        case 0:
          this.varint(end);
          break;
        case 1:
          this.fixed(8, end);
          break;
        case 2:
          this.at = this.lengthEnd(end);
          break;
        case 5:
          this.fixed(4, end);
          break;
        case 3:
          if (open === groupsAtMost) {
            throw new UndecodableError('Groups are nested too deeply', this.at);
          }
          groups[open] = current >>> 3;
          open += 1;
          break;
        case 4:
          if (open === 0 || groups[open - 1] !== current >>> 3) {
            throw new UndecodableError(
              'A group ends that never began',
              this.at,
            );
          }
          open -= 1;
          break;
        default:
          throw new UndecodableError(
            `There is no wire type ${current & 7}`,
            this.at,
          );
      }
      if (open === 0) return;
      current = this.tag(end);
    }
  }

  private longVarint(end: number): number {
    const start = this.at;
    const { buffer } = this;
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= end) {
        throw new UndecodableError('The message ends within a number', start);
      }
      const byte = buffer[this.at];
      this.at += 1;
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.high = high >>> 0;
        return low >>> 0;
      }
    }
    throw new UndecodableError('A number is longer than 64 bits', start);
  }
}
