import { AttributeKey } from '../engine/columns/attributeKeys';
import { KeyIndex } from '../engine/columns/KeyIndex';
import { StringTable } from '../engine/columns/StringTable';
import { urlHost } from '../engine/columns/urlHost';
import { WireReader } from './WireReader';

const keyTag = 0x0a;
const valueTag = 0x12;

const stringTag = 0x0a;
const boolTag = 0x10;
const intTag = 0x18;
const doubleTag = 0x21;
const arrayTag = 0x2a;
const kvlistTag = 0x32;
const bytesTag = 0x3a;

const doubles = new DataView(new ArrayBuffer(8));

/**
 * Reads a `KeyValue` when it is one of ours and passes over it when not, which
 * is the common case and decides how fast the whole decoder is: of nine
 * attributes a span carries, six are looked at no further than their key.
 *
 * ```
 *   0A 0A http.route 12 0D 0A 0B /orders/{id}
 *   │  │             │  │  └ AnyValue.string_value
 *   │  └ length      │  └ reaches the end of the KeyValue: nothing follows
 *   └ key            └ value           that could take the key back
 * ```
 *
 * Everything protobuf allows besides (value before key, keys and values given
 * twice, values in parts) takes the slow path, where the last one wins.
 */
export class AttributeDecoder {
  /** the string the last `read` came upon */
  value = 0;

  constructor(
    private readonly reader: WireReader,
    private readonly keys: KeyIndex,
    private readonly strings: StringTable,
  ) {}

  /** Reads up to `end`; undefined when the attribute is none of ours. */
  read(end: number): AttributeKey | undefined {
    const { reader, keys } = this;
    const { buffer, at } = reader;
    if (buffer[at] === keyTag && at + 1 < end) {
      const keyEnd = at + 2 + buffer[at + 1];
      if (
        buffer[at + 1] < 0x80 &&
        keyEnd < end &&
        buffer[keyEnd] === valueTag
      ) {
        reader.at = keyEnd + 1;
        const valueEnd = reader.lengthEnd(end);
        if (valueEnd === end) {
          const key = keys.ofBytes(reader.view, at + 2, keyEnd);
          if (key === undefined) {
            reader.at = end;
            return undefined;
          }
          this.value = 0;
          this.readValue(key, end);
          return key;
        }
      }
    }
    reader.at = at;
    return this.readSlowly(end);
  }

  private readSlowly(end: number): AttributeKey | undefined {
    const { reader, keys } = this;
    const begin = reader.at;
    let key: AttributeKey | undefined;
    while (reader.at < end) {
      const tag = reader.tag(end);
      if (tag === keyTag) {
        const keyEnd = reader.lengthEnd(end);
        key = keys.ofBytes(reader.view, reader.at, keyEnd);
        reader.at = keyEnd;
      } else {
        reader.skip(tag, end);
      }
    }
    if (key === undefined) return undefined;
    // Only now is it known how the value is to be read.
    reader.at = begin;
    this.value = 0;
    while (reader.at < end) {
      const tag = reader.tag(end);
      if (tag === valueTag) this.readValue(key, reader.lengthEnd(end));
      else reader.skip(tag, end);
    }
    return key;
  }

  /** An `AnyValue`: a oneof, so a later kind of value takes back an earlier one. */
  private readValue(key: AttributeKey, end: number) {
    const { reader, strings } = this;
    while (reader.at < end) {
      const tag = reader.tag(end);
      switch (tag) {
        case stringTag: {
          const stop = reader.lengthEnd(end);
          this.value = this.stringValue(key, reader.at, stop);
          reader.at = stop;
          break;
        }
        case boolTag:
          this.value = strings.idOfText(
            (reader.varint(end) | reader.high) !== 0 ? 'true' : 'false',
          );
          break;
        case intTag:
          this.value = this.intValue(reader.varint(end), reader.high);
          break;
        case doubleTag: {
          const from = reader.fixed(8, end);
          doubles.setUint32(4, reader.word(from));
          doubles.setUint32(0, reader.word(from + 4));
          this.value = strings.idOfText(String(doubles.getFloat64(0)));
          break;
        }
        case arrayTag:
        case kvlistTag:
        case bytesTag:
          this.value = 0;
          reader.skip(tag, end);
          break;
        default:
          reader.skip(tag, end);
      }
    }
  }

  private stringValue(key: AttributeKey, from: number, to: number): number {
    const { buffer, view } = this.reader;
    if (!key.isUrl) return this.strings.idOfBytes(view, from, to);
    const host = urlHost(buffer, from, to);
    const start = from + Math.floor(host / 65536);
    return this.strings.idOfBytes(view, start, start + (host & 0xffff));
  }

  private intValue(low: number, high: number): number {
    if (high === 0) return this.strings.idOfInteger(low);
    const wide = (BigInt(high) << 32n) | BigInt(low);
    return this.strings.idOfText(String(BigInt.asIntN(64, wide)));
  }
}
