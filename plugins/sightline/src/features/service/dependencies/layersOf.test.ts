import {
  ContractState,
  DriftRow,
  known,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { driftRow, harbourDrift } from '../../../__testUtils__/harbourDrift';
import { layersOf } from './layersOf';

const evidence = {
  source: 'otlp',
  observedAt: '2026-11-21T12:00:00.000Z',
  validFor: 60_000,
};
const read = {
  ...harbourDrift().layers,
  seen: known(true as const, evidence),
  contracted: known(true as const, evidence),
};
const notRead = {
  ...read,
  seen: unknown('not-configured'),
  contracted: unknown('not-configured'),
};
const bare: DriftRow = {
  ...driftRow('payments'),
  declared: [],
  seen: undefined,
  contract: undefined,
};
const statesOf = (row: DriftRow, layers = read) =>
  layersOf(row, layers).map(({ state }) => state);

it('says what each layer says, in words that stand alone', () => {
  expect(layersOf(bare, read).map(({ words }) => words)).toEqual([
    'not declared',
    'not seen',
    'contract: not known, or none is made for this',
  ]);
  expect(layersOf(bare, notRead).map(({ words }) => words)).toEqual([
    'not declared',
    'seen: unknown, not set up',
    'contract: unknown, not set up',
  ]);
});

it('never takes a layer that was not read for a no', () => {
  expect(statesOf(bare, read)).toEqual(['no', 'no', 'unknown']);
  expect(statesOf(bare, notRead)).toEqual(['no', 'unknown', 'unknown']);
});

it.each<[ContractState, string]>([
  ['verified', 'well'],
  ['failed', 'failed'],
  ['never', 'half'],
  ['none', 'no'],
])('draws a contract that is %s as %s', (contract, state) =>
  expect(statesOf({ ...bare, contract })[2]).toBe(state),
);
