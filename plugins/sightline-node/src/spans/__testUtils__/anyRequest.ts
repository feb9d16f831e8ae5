import fc from 'fast-check';
import { spanAttributeKeys } from '../engine/columns/attributeKeys';
import {
  Bytes,
  bytesField,
  double,
  fixed32,
  fixed64,
  group,
  number,
  text,
} from './wire';

const words = fc.constantFrom('orders', 'payments', 'GET', '', 'größe', '名前');
const unknownField: fc.Arbitrary<Bytes> = fc.oneof(
  fc.bigInt(0n, 2n ** 64n - 1n).map(value => number(200, value)),
  fc.uint8Array({ maxLength: 5 }).map(value => bytesField(1000, value)),
  fc.bigInt(0n, 2n ** 64n - 1n).map(value => fixed64(31, value)),
  fc.nat().map(value => fixed32(77, value)),
  fc.nat().map(value => group(90, group(91, number(1, value)))),
);
const shuffled = (fields: fc.Arbitrary<Bytes>[]): fc.Arbitrary<Bytes> =>
  fc
    .tuple(...fields)
    .chain(all => fc.shuffledSubarray(all, { minLength: all.length }))
    .map(all => all.flat());
const maybe = (field: fc.Arbitrary<Bytes>) =>
  fc.oneof({ weight: 4, arbitrary: field }, fc.constant<Bytes>([]));

const value: fc.Arbitrary<Bytes> = fc.oneof(
  words.map(word => text(1, word)),
  fc.boolean().map(flag => number(2, flag ? 1 : 0)),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(wide => number(3, wide)),
  fc.integer({ min: 0, max: 2000 }).map(small => number(3, small)),
  fc.double({ noNaN: true }).map(real => double(4, real)),
  words.map(word => bytesField(5, bytesField(1, text(1, word)))),
  fc.constant<Bytes>([]),
);
const keys = fc.oneof(
  fc.constantFrom(
    ...spanAttributeKeys.filter(key => !key.isUrl).map(key => key.name),
  ),
  fc.constantFrom(
    'service.name',
    'service.namespace',
    'deployment.environment',
  ),
  fc.constantFrom('user.email', 'http.methods', 'x', 'thread.id'),
);
const keyValue = (key: fc.Arbitrary<string>) =>
  shuffled([
    key.map(name => text(1, name)),
    value.map(content => bytesField(2, content)),
    maybe(unknownField),
  ]);
const attributes = (field: number) =>
  fc
    .array(keyValue(keys), { maxLength: 6 })
    .map(all => all.flatMap(one => bytesField(field, one)));

const id = (field: number, length: number) =>
  fc
    .oneof(
      {
        weight: 9,
        arbitrary: fc.uint8Array({ minLength: length, maxLength: length }),
      },
      fc.uint8Array({ maxLength: length + 1 }),
    )
    .map(bytes => bytesField(field, bytes));
const nanos = (field: number) =>
  fc.bigInt(0n, 2n ** 64n - 1n).map(at => fixed64(field, at));

const span = shuffled([
  id(1, 16),
  id(2, 8),
  maybe(id(4, 8)),
  maybe(
    fc
      .constantFrom('ot=th:8', 'a=b, ot=rv:1;th:fd', 'ot=x')
      .map(state => text(3, state)),
  ),
  maybe(words.map(name => text(5, name))),
  maybe(words.map(name => text(5, name))),
  maybe(fc.nat(5).map(kind => number(6, kind))),
  maybe(nanos(7)),
  maybe(nanos(8)),
  attributes(9),
  maybe(
    fc.constant(bytesField(11, [...fixed64(1, 5n), ...text(2, 'exception')])),
  ),
  maybe(fc.tuple(id(1, 16), id(2, 8)).map(link => bytesField(13, link.flat()))),
  maybe(
    fc
      .nat(2)
      .map(code => bytesField(15, [...text(2, 'why'), ...number(3, code)])),
  ),
  maybe(fc.nat().map(flags => fixed32(16, flags))),
  maybe(unknownField),
]);
/** Any request, its fields in any order, with fields that OTLP does not know. */
export const anyRequest = fc
  .array(
    shuffled([
      attributes(1).map(content => bytesField(1, content)),
      fc.array(span, { maxLength: 4 }).map(spans =>
        bytesField(
          2,
          spans.flatMap(one => bytesField(2, one)),
        ),
      ),
      maybe(unknownField),
    ]),
    { maxLength: 3 },
  )
  .map(groups => Uint8Array.from(groups.flatMap(one => bytesField(1, one))));
