import type { ContractsReport } from '@sightline/backstage-plugin-sightline-node';
import { keyOf } from './BrokerMirror';

/** One statement of a broker, named so that the same is found again. */
export type MirrorItem = { kind: ItemKind; name: string; document: string };

const itemKinds = [
  'integrations',
  'pacticipants',
  'environments',
  'pacts',
  'inEnvironments',
] as const;
type ItemKind = (typeof itemKinds)[number];

const nameOf: {
  [Kind in ItemKind]: (item: ContractsReport[Kind][number]) => string;
} = {
  integrations: ({ consumer, provider }) => keyOf(consumer, provider),
  pacticipants: ({ name }) => keyOf(name),
  environments: ({ name }) => keyOf(name),
  pacts: ({ consumer, provider, consumerVersion }) =>
    keyOf(consumer, provider, consumerVersion.number),
  inEnvironments: ({ environment, pacticipant, version, instance, how }) =>
    keyOf(environment, pacticipant, version.number, instance, how),
};

const itemsOf = <Kind extends ItemKind>(
  kind: Kind,
  report: ContractsReport,
): MirrorItem[] =>
  report[kind].map((item: ContractsReport[Kind][number]) => ({
    kind,
    name: nameOf[kind](item),
    document: JSON.stringify(item),
  }));

/** A report as rows; what it says twice is kept once. */
export const toItems = (report: ContractsReport): MirrorItem[] => {
  const all = itemKinds.flatMap(kind => itemsOf(kind, report));
  return [
    ...new Map(all.map(item => [keyOf(item.kind, item.name), item])).values(),
  ];
};

/** The rows as the report they were. */
export const fromItems = (
  broker: string,
  items: readonly Pick<MirrorItem, 'kind' | 'document'>[],
): ContractsReport => {
  const report: ContractsReport = {
    ...{ broker, integrations: [], pacticipants: [], environments: [] },
    ...{ pacts: [], inEnvironments: [] },
  };
  for (const { kind, document } of items) {
    report[kind].push(JSON.parse(document));
  }
  return report;
};
