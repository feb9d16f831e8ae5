import {
  resourceSlots,
  SpanSlot,
  spanSlots,
  ResourceSlot,
} from '../columns/attributeKeys';
import { SpanColumns, spanKinds } from '../columns/SpanColumns';

/** One span's attributes as text; empty when not said. Read once for each shape of span. */
export type SpanFacts = Record<SpanSlot, string> & {
  name: string;
  kind: number;
  status: number;
};

export type ResourceFacts = Record<ResourceSlot, string>;

export const factsOfSpan = (columns: SpanColumns, row: number): SpanFacts => {
  const { strings } = columns;
  const facts: Record<string, string | number> = {
    name: strings.textOf(columns.names[row]),
    kind: columns.kinds[row],
    status: columns.statuses[row],
  };
  for (const [slot, column] of Object.entries(spanSlots)) {
    facts[slot] = strings.textOf(columns.attributeOf(row, column));
  }
  return facts as SpanFacts;
};

export const factsOfResource = (
  columns: SpanColumns,
  row: number,
): ResourceFacts =>
  Object.fromEntries(
    Object.entries(resourceSlots).map(([slot, column]) => [
      slot,
      columns.strings.textOf(columns.resourceAttributeOf(row, column)),
    ]),
  ) as ResourceFacts;

/** Whether the span tells of a call it made, not of one it answered. */
export const tellsOfItsCall = ({ kind }: Pick<SpanFacts, 'kind'>) =>
  kind === spanKinds.client || kind === spanKinds.producer;
