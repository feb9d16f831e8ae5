import fc from 'fast-check';
import { parseInPieces } from './parseInPieces';

type Answer = { data: { result: Iterable<unknown> } };

const wholly = (json: unknown) => {
  const { data, ...rest } = json as Answer;
  return { ...rest, data: { ...data, result: [...data.result] } };
};

const vector = (series: readonly unknown[], more: object = {}) => ({
  status: 'success',
  data: { resultType: 'vector', result: series },
  ...more,
});

describe('parseInPieces', () => {
  it('reads what JSON.parse reads, whatever is in texts', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(',{"metric":', '}]}', '\\', '"result":[{"metric":'),
    );
    const one = fc.record({
      metric: fc.dictionary(text, text),
      value: fc.tuple(fc.nat(), text),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 20 }),
        fc.array(text, { maxLength: 2 }),
        (some, warnings) => {
          // As many as make several pieces.
          const series = Array.from({ length: 100 }, () => some).flat();
          const padding = { metric: { long: 'x'.repeat(40_000) } };
          const answer = vector([...series, padding], { warnings });
          const read = parseInPieces(JSON.stringify(answer));
          expect(wholly(read)).toEqual(JSON.parse(JSON.stringify(answer)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes series apart only where it knows what they look like', () => {
    const spaced = JSON.stringify(
      vector(Array.from({ length: 2_000 }, () => ({ metric: {}, value: [] }))),
      null,
      1,
    );
    expect(parseInPieces(spaced)).toEqual(JSON.parse(spaced));
  });

  it.each(['{"metric":{"a":"b', '{"metric":{}}', '{"metric":{}}]'])(
    'throws as JSON.parse does where it breaks off after %s',
    end => {
      const all = Array.from({ length: 2_000 }, () => '{"metric":{"a":"b"}}');
      const text = `{"data":{"result":[${all.join(',')},${end}`;
      expect(() => parseInPieces(text)).toThrow(SyntaxError);
    },
  );
});
