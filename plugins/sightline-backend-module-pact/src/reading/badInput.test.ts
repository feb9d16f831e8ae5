import * as fc from 'fast-check';
import { readIndex } from '../client/engine/brokerIndex';
import { readContent } from './readContent';
import { readDashboard } from './readDashboard';
import {
  readDeployed,
  readEnvironments,
  readIntegrations,
  readPacticipants,
  readReleased,
} from './readLists';
import { readVerdict } from './readVerdict';

const asked = { pacticipant: 'a', version: '1', environment: 'x' };

const readers: Record<string, (json: unknown) => unknown> = {
  index: json => readIndex(json, 'https://broker.example'),
  integrations: readIntegrations,
  pacticipants: readPacticipants,
  environments: readEnvironments,
  deployed: readDeployed,
  released: readReleased,
  dashboard: readDashboard,
  verdict: json => readVerdict(json, asked),
  content: readContent,
};

const words = [
  ...['_embedded', '_links', 'items', 'page', 'name', 'consumer', 'provider'],
  ...['version', 'number', 'integrations', 'pacticipants', 'environments'],
  ...['deployedVersions', 'releasedVersions', 'matrix', 'summary', 'errors'],
  ...['interactions', 'messages', 'request', 'href', 'self', '__proto__'],
];

/** Nearly what a broker says: its words, with anything behind them. */
const nearly = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 6 }),
  ),
})).value;

/** What was read, or the words in which it was refused. */
const outcomeOf = (reading: () => unknown): unknown => {
  try {
    return reading();
  } catch (error) {
    return (error as Error).message;
  }
};

describe.each(Object.entries(readers))('the reader of the %s', (_, read) => {
  it('reads whatever comes, or says that it cannot', () => {
    fc.assert(
      fc.property(nearly, json => {
        expect(outcomeOf(() => read(json))).toEqual(expect.anything());
      }),
      { numRuns: 300 },
    );
  });
});

describe('one strange item', () => {
  it.each([null, 7, [], {}, { consumer: { name: '' } }, { consumer: null }])(
    'such as %j leaves the others alone',
    strange => {
      const good = { consumer: { name: 'a' }, provider: { name: 'b' } };
      expect(
        readIntegrations({ _embedded: { integrations: [strange, good] } }),
      ).toEqual({ items: [{ consumer: 'a', provider: 'b' }], unread: 1 });
    },
  );

  it('in a verdict is no verdict: it may be the one that fails', () => {
    expect(() =>
      readVerdict({ summary: { deployable: true }, matrix: [null] }, asked),
    ).toThrow('matrix');
  });

  it('with a word for its state that nobody knows is read by its result', () => {
    const pact = (verificationStatus: string, success?: boolean) => ({
      consumer: { name: 'a', version: { number: '1', branch: null } },
      provider: { name: 'b', version: null },
      ...{ pact: null, verificationStatus },
      latestVerificationResult:
        success === undefined ? null : { success, verifiedAt: 'long ago' },
    });
    const items = [
      ...[pact('new'), pact('new', true), pact('new', false)],
      pact('constructor'),
    ];
    expect(
      readDashboard({ items }).items.map(({ verification }) => verification),
    ).toEqual([
      { state: 'never' },
      { state: 'success' },
      { state: 'failed' },
      { state: 'never' },
    ]);
  });
});
