import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readVerdict } from './reading/readVerdict';

// Recorded from a real broker; not in this repository.
const folder = resolve(__dirname, '../../../../shared/data/pact/recorded');
const found = existsSync(folder);
const describeFiles = found ? describe : describe.skip;

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

const asked = { pacticipant: 'orders-api', version: '11', environment: '' };

describeFiles(
  `what a real broker said about deploying${
    found ? '' : ': left out, ../shared/data/pact/recorded is not there'
  }`,
  () => {
    const verdictOf = (file: string, question: typeof asked) =>
      readVerdict(JSON.parse(textOf(file)), question);

    it.each([
      [
        'cid-ok-checkout-web-1.0.0-production',
        'checkout-web',
        '1.0.0',
        'yes',
        1,
      ],
      ['cid-fail-checkout-web-1.1.0-test', 'checkout-web', '1.1.0', 'no', 1],
      [
        'cid-unknown-orders-api-11-production',
        'orders-api',
        '11',
        'unknown',
        3,
      ],
      ['cid-ignore', 'orders-api', '10', 'yes', 3],
      [
        'cid-multi-instance-mobile-staging',
        'mobile app (iOS)',
        '5.1.0',
        'yes',
        1,
      ],
      [
        'cid-payments-production-vs-released-consumers',
        'payments-api',
        '8aa0000',
        'unknown',
        4,
      ],
    ])(
      '%s is a verdict with all its rows',
      (file, pacticipant, version, says, rows) => {
        expect(
          verdictOf(`${file}.json`, { pacticipant, version, environment: '' }),
        ).toMatchObject({ verdict: { says, rows: { length: rows } } });
      },
    );

    it.each([
      ['cid-unknown-version', 'orders-api', '404'],
      ['cid-nothing-no-integrations', 'inventory-api', '1'],
    ])(
      '%s names the version that is not there',
      (file, pacticipant, version) => {
        expect(
          verdictOf(`${file}.json`, { pacticipant, version, environment: '' }),
        ).toMatchObject({
          verdict: {
            says: 'no',
            missing: `version ${version} of ${pacticipant}`,
          },
        });
      },
    );

    it.each([
      ['cid-unknown-pacticipant', `pacticipant ${asked.pacticipant}`],
      ['matrix-unknown-pacticipant', `pacticipant ${asked.pacticipant}`],
      ['matrix-unknown-env', `environment ${asked.environment}`],
      ['cid-no-env', undefined],
      ['matrix-no-selectors', undefined],
    ])('%s is a refusal; what is missing: %s', (file, missing) => {
      expect(verdictOf(`${file}.json`, asked)).toEqual({
        refused: expect.any(String),
        ...(missing !== undefined && { missing }),
      });
    });
  },
);
