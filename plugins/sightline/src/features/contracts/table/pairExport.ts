import {
  ContractPair,
  gapWords,
  lookOf,
  pairWords,
} from '../../../ui/contracts/contractWords';
import type { ExportColumn } from '../../../ui/export/ExportButtons';

/** A pair as a line of a file. */
export const pairExport: ExportColumn<ContractPair>[] = [
  ['broker', ({ consumer }) => consumer.broker],
  ['consumer', ({ consumer }) => consumer.name],
  ['consumer service', ({ consumer }) => consumer.service?.ref],
  ['consumer versions', pair => pair.consumerVersions.join(' ')],
  ['provider', ({ provider }) => provider.name],
  ['provider service', ({ provider }) => provider.service?.ref],
  ['provider versions', pair => pair.providerVersions.join(' ')],
  ['state', pair => pairWords[lookOf(pair)].word],
  ['verified', ({ verifiedAt }) => verifiedAt],
  ['gap', ({ gap }) => gap && gapWords[gap].word],
];
