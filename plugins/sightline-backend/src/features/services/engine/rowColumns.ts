import {
  ContractsSummary,
  DriftSummary,
  Evidence,
  HealthSummary,
  LastDeploy,
  ObjectiveState,
  OnCallState,
  OnCallSummary,
  RolloutState,
  SloSummary,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';

/** What features show in a row, by the word it has there. */
export type RowValues = {
  slo: SloSummary;
  drift: DriftSummary;
  contracts: ContractsSummary;
  health: HealthSummary;
  lastDeploy: LastDeploy;
  onCall: OnCallSummary;
};
export type RowWord = keyof RowValues;

/** One value as it is kept: to be shown, to be filtered by, to be sorted by. */
export type RowColumns = {
  value: string | null;
  state: string | null;
  key: string;
};

/** Whatever has nothing to show sorts last. */
export const nothing: RowColumns = { value: null, state: null, key: '9' };

/** What a drift may be filtered by, besides `unknown`. */
export const driftStates = ['drifts', 'agrees'] as const;
export type DriftState = (typeof driftStates)[number];

/** The same of contracts: by the worst pact there is. */
export const contractsStates = ['failed', 'unverified', 'verified'] as const;
export type ContractsState = (typeof contractsStates)[number];

/** Most urgent first; what nobody can tell is not urgent, and stands apart. */
const urgency: Record<ObjectiveState, number> = {
  ...{ page: 0, ticket: 1, exhausted: 2, met: 3 },
  unknown: 4,
};

const most = 1_000;

/** A number from −1,000 to 1,000 as a text that sorts as it does, to the thousandth. */
const sortable = (value: number) => {
  const bounded = Math.min(most, Math.max(-most, value));
  return String(Math.round((bounded + most) * 1_000)).padStart(7, '0');
};

const rounded = (value: number, digits: number) =>
  Number(value.toFixed(digits));

/** Figures as they are shown: the last digits change all the time and say nothing. */
const sloColumns = (slo: SloSummary): RowColumns => {
  const { state, remaining, burn } = slo;
  const value: SloSummary = {
    ...slo,
    ...(remaining !== undefined && { remaining: rounded(remaining, 3) }),
    ...(burn !== undefined && { burn: Number(burn.toPrecision(3)) }),
  };
  return {
    value: JSON.stringify(value),
    state,
    key: `${urgency[state]}${sortable(remaining ?? most)}`,
  };
};

/** A count as a text that sorts the largest first; it fits in five digits. */
const rank = (count: number) =>
  String(Math.max(0, 99_999 - count)).padStart(5, '0');

/** Most drift first. */
const driftColumns = (drift: DriftSummary): RowColumns => {
  const { count } = drift;
  const value = JSON.stringify(drift);
  if (count === undefined) return { value, state: 'unknown', key: '1' };
  return {
    ...{ value, state: driftStates[count > 0 ? 0 : 1] },
    key: `0${rank(count)}`,
  };
};

/** Most failed ones first, then most of which nobody has said anything. */
const contractsColumns = (contracts: ContractsSummary): RowColumns => {
  const value = JSON.stringify(contracts);
  const { counts } = contracts;
  if (!counts) return { value, state: 'unknown', key: '1' };
  return {
    value,
    state: contractsStates.find(state => counts[state] > 0) ?? 'verified',
    key: `0${rank(counts.failed)}${rank(counts.unverified)}`,
  };
};

/** What needs somebody first; what nobody can tell stands apart. */
const ailing: Record<RolloutState, number> = {
  ...{ stuck: 0, degraded: 1, progressing: 2, paused: 3, complete: 4 },
  unknown: 5,
};

const healthColumns = (health: HealthSummary): RowColumns => ({
  ...{ value: JSON.stringify(health), state: health.state },
  key: String(ailing[health.state]),
});

const lastMoment = 9_999_999_999_999;

/** The newest first; nobody looks for services by the moment of a deploy. */
const lastDeployColumns = (deploy: LastDeploy): RowColumns => ({
  ...{ value: JSON.stringify(deploy), state: null },
  key: `0${String(lastMoment - (toInstant(deploy.at) ?? 0)).padStart(13, '0')}`,
});

/** Whoever has nobody to ask comes first. */
const unanswered: Record<OnCallState, number> = {
  ...{ gap: 0, nobody: 1, unknown: 3, covered: 2 },
};

/** By who it is, where somebody is: people look for theirs. */
const onCallColumns = (onCall: OnCallSummary): RowColumns => {
  const { state, who } = onCall;
  const name = who[0]?.name.toLocaleLowerCase('en-US') ?? '';
  return {
    ...{ value: JSON.stringify(onCall), state },
    key: `${unanswered[state]}${name.slice(0, 80)}`,
  };
};

const columnsOf: {
  [Word in RowWord]: (value: RowValues[Word]) => RowColumns;
} = {
  ...{ slo: sloColumns, drift: driftColumns, contracts: contractsColumns },
  ...{ health: healthColumns, lastDeploy: lastDeployColumns },
  onCall: onCallColumns,
};

export const rowWords = Object.keys(columnsOf) as RowWord[];

export const rowColumns = <Word extends RowWord>(
  word: Word,
  value: RowValues[Word] | undefined,
): RowColumns => (value ? columnsOf[word](value) : nothing);

type Kept = { evidence?: Evidence };

/** What is kept, but for when it was seen. */
const meaningOf = (kept: string | null) => {
  if (kept === null) return { words: null };
  const { evidence, ...rest } = JSON.parse(kept) as Kept;
  return {
    words: JSON.stringify({ ...rest, source: evidence?.source }),
    evidence,
  };
};

/**
 * Whether a row is to be written: at once when it shows something else, and when
 * it shows the same once half of the time is over for which it may be believed.
 * So a fleet that is measured every minute is not written every minute, and no
 * row is shown as stale that is not.
 */
export const isNews = (kept: string | null, fresh: string | null): boolean => {
  if (kept === fresh) return false;
  const before = meaningOf(kept);
  const now = meaningOf(fresh);
  if (before.words !== now.words || !before.evidence || !now.evidence) {
    return true;
  }
  const age =
    (toInstant(now.evidence.observedAt) ?? 0) -
    (toInstant(before.evidence.observedAt) ?? 0);
  return Math.abs(age) > before.evidence.validFor / 2;
};
