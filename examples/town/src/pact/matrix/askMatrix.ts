import type { Broker } from '../model/Broker.ts';
import { rowsOf, type Row } from './rows.ts';
import { sideOf, type Elsewhere, type Selector, type Side } from './Side.ts';
import { summarise, type Notice, type Summary } from './summary.ts';

export type MatrixQuestion = {
  selectors: readonly Selector[];
  /** where those are looked for who have to do with the selected */
  others: Elsewhere;
  latestBy?: string;
  ignored?: readonly Pick<Selector, 'pacticipant' | 'version'>[];
  /** so many rows at most, before the latest of them are chosen */
  limit?: number;
  /** only rows with one of these results */
  success?: readonly (boolean | undefined)[];
};

export type MatrixAnswer = {
  summary: Summary;
  notices: Notice[];
  rows: Row[];
};

/** Everything known of the selected and of those they need, or who need them. */
export function askMatrix(
  broker: Broker,
  question: MatrixQuestion,
): MatrixAnswer {
  const { selectors, others, latestBy, ignored = [] } = question;
  const named = new Map(
    selectors.map(one => [one.pacticipant, sideOf(broker, one, true)]),
  );
  const infers = selectors.length === 1 || Object.keys(others).length > 0;
  const inferred = (pacticipant: string): Side | undefined =>
    infers ? sideOf(broker, { pacticipant, ...others }, false) : undefined;
  const rows = rowsOf(broker.pacts, {
    sideOf: pacticipant => named.get(pacticipant) ?? inferred(pacticipant),
    ...{ latestBy, limit: question.limit },
    isIgnored: (pacticipant, version) =>
      ignored.some(
        one =>
          one.pacticipant === pacticipant &&
          (one.version === undefined || one.version === version),
      ),
  }).filter(
    ({ verification }) =>
      question.success?.includes(verification?.success) ?? true,
  );
  const missing = selectors.flatMap(one =>
    isThere(broker, one) ? [] : `version ${one.version} of ${one.pacticipant}`,
  );
  return { ...summarise(rows, missing), rows };
}

const isThere = ({ versions }: Broker, asked: Selector) =>
  asked.version === undefined ||
  versions.some(
    one =>
      one.pacticipant === asked.pacticipant && one.number === asked.version,
  );
