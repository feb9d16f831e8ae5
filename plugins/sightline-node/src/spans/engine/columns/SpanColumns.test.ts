import { SpanColumns } from './SpanColumns';
import { StringTable } from './StringTable';
import { TooManyRowsError } from './TooManyRowsError';

const closeSpan = (columns: SpanColumns) => {
  const row = columns.openSpan(0);
  columns.traceIds[row * 4] = columns.spanIds[row * 2] = 1;
  columns.closeSpan(row);
};

describe('SpanColumns', () => {
  it.each<[string, (columns: SpanColumns) => unknown]>([
    ['resources', columns => columns.openResource()],
    ['spans', closeSpan],
    ['links', columns => columns.openLink()],
  ])('takes so many %s and no more, until it is cleared', (what, open) => {
    const columns = new SpanColumns(new StringTable(), 3);
    for (const _ of [1, 2]) {
      columns.clear();
      for (let n = 0; n < 3; n++) open(columns);
      expect(() => open(columns)).toThrow(new TooManyRowsError(what, 3));
    }
  });

  it('does not count spans that were none', () => {
    const columns = new SpanColumns(new StringTable(), 3);
    for (let n = 0; n < 10; n++) columns.closeSpan(columns.openSpan(0));
    expect([columns.spans, columns.rejected]).toEqual([0, 10]);
  });
});
