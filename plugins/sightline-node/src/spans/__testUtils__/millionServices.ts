import { CallEngine } from '../engine/CallEngine';
import { resourceAttributeKeys } from '../engine/columns/attributeKeys';
import { SpanColumns, spanKinds } from '../engine/columns/SpanColumns';
import { StringTable } from '../engine/columns/StringTable';

const batches = 20;
const servicesOfABatch = 50_000;

/** A million spans, each of a service of its own, in batches 0 to 19; `between` comes after each. */
export const takeMillionServices = (
  engine: CallEngine,
  arrivalOf: (batch: number) => number,
  between: (batch: number) => void = () => {},
) => {
  const strings = new StringTable();
  const columns = new SpanColumns(strings);
  const named = resourceAttributeKeys.find(
    ({ name }) => name === 'service.name',
  )!;
  for (let id = 0; id < batches; id++) {
    strings.renew();
    columns.clear();
    for (let n = 1; n <= servicesOfABatch; n++) {
      const resource = columns.openResource();
      const name = strings.idOfText(`s${id}-${n}`);
      columns.setResourceAttribute(resource, named, name);
      const row = columns.openSpan(resource);
      columns.traceIds[row * 4] = id + 1;
      columns.traceIds[row * 4 + 1] = n;
      columns.spanIds[row * 2] = n;
      columns.kinds[row] = spanKinds.server;
      columns.closeSpan(row);
    }
    engine.take(columns, { id, arrivedAt: arrivalOf(id) });
    between(id);
  }
};
