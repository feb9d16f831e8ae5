import { ContractGap } from '@sightline/backstage-plugin-sightline-common';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import {
  ContractPair,
  gapWords,
  lookOf,
} from '../../../ui/contracts/contractWords';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { Age } from '../../../ui/time/Age';
import { PacticipantName } from '../PacticipantName';

type PairColumn = GridColumn<ContractPair>;

const versions = (all: string[]) =>
  all.length > 0 ? (
    <span title={all.join(', ')}>{all.join(', ')}</span>
  ) : (
    <span title="Nothing is known of a version">–</span>
  );

const pair: PairColumn = {
  id: 'pair',
  title: 'Consumer',
  width: 150,
  grow: 2,
  leaves: 0,
  sortBy: 'consumer',
  cell: ({ consumer }, { tabIndex }) => (
    <PacticipantName of={consumer} tabIndex={tabIndex} />
  ),
};

const state: PairColumn = {
  id: 'state',
  title: 'State',
  width: 160,
  leaves: 1,
  detail: true,
  sortBy: 'state',
  cell: row => <ContractBadge look={lookOf(row)} />,
};

const consumerVersion: PairColumn = {
  id: 'consumer-version',
  title: 'Its version',
  width: 110,
  grow: 1,
  leaves: 6,
  cell: ({ consumerVersions }) => versions(consumerVersions),
};

const provider: PairColumn = {
  id: 'provider',
  title: 'Provider',
  width: 150,
  grow: 2,
  leaves: 2,
  sortBy: 'provider',
  cell: ({ provider: party }, { tabIndex }) => (
    <PacticipantName of={party} tabIndex={tabIndex} />
  ),
};

const providerVersion: PairColumn = {
  id: 'provider-version',
  title: 'Its version',
  width: 110,
  grow: 1,
  leaves: 7,
  cell: ({ providerVersions }) => versions(providerVersions),
};

const verified: PairColumn = {
  id: 'verified',
  title: 'Checked',
  width: 110,
  leaves: 5,
  numeric: true,
  detail: true,
  sortBy: 'verified',
  cell: ({ verifiedAt }) =>
    verifiedAt ? <Age at={verifiedAt} /> : <span title="Never">–</span>,
};

/** What a gap says of the calls, in a column of that name. */
const callsWords: Record<ContractGap['kind'], string> = {
  'traffic-without-contract': 'without a contract',
  'contract-without-traffic': 'none seen',
};

const gap: PairColumn = {
  id: 'gap',
  title: 'Calls',
  width: 156,
  leaves: 4,
  cell: ({ gap: kind }) =>
    kind ? (
      <span title={gapWords[kind].meaning}>{callsWords[kind]}</span>
    ) : null,
};

/** Where there is no room for a column each, both names lead. */
const both: PairColumn = {
  ...pair,
  title: 'Contract',
  cell: (row, { tabIndex }) => (
    <>
      <PacticipantName of={row.consumer} tabIndex={tabIndex} /> →{' '}
      <PacticipantName of={row.provider} tabIndex={tabIndex} />
    </>
  ),
};

export const pairColumns = (isNarrow: boolean): PairColumn[] =>
  isNarrow
    ? [both, state, verified, { ...provider, detail: false }]
    : [
        ...[state, pair, consumerVersion, provider, providerVersion],
        ...[verified, gap],
      ];
