import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  BrokerVerdict,
  VerdictRow,
} from '@sightline/backstage-plugin-sightline-node';
import { mirrorOf, there } from '../__testUtils__/shop';
import { readVerdict } from './verdict';

// Recorded from a real broker; not in this repository.
const folder = resolve(
  __dirname,
  '../../../../../../../shared/data/pact/recorded',
);
const found = existsSync(folder);
const describeFiles = found ? describe : describe.skip;

const verdictIn = (file: string): BrokerVerdict => {
  const { summary, matrix } = JSON.parse(
    readFileSync(join(folder, `${file}.json`), 'utf8'),
  );
  const says = { true: 'yes', false: 'no', null: 'unknown' } as const;
  return {
    says: says[String(summary.deployable) as keyof typeof says],
    rows: matrix.map((row: any): VerdictRow => {
      const providerVersion = row.provider.version?.number;
      const success = row.verificationResult?.success;
      return {
        consumer: row.consumer.name,
        consumerVersion: row.consumer.version.number,
        provider: row.provider.name,
        ...(providerVersion !== undefined && { providerVersion }),
        ...(success !== undefined && { success }),
        ...(row.ignored && { ignored: true }),
      };
    }),
  };
};

/** What was deployed or released where when this was recorded. */
const place = (pacticipant: string, number: string, environment: string) => ({
  ...there(`x 0 ${environment}`),
  ...{ pacticipant, version: { number, branches: [] } },
});
const present = [
  place('checkout-web', '1.0.0', 'production'),
  place('orders-api', '10', 'production'),
  place('payments-api', '7f3c2a1', 'production'),
  place('mobile app (iOS)', '5.0.0', 'production'),
  place('mobile app (iOS)', '5.1.0', 'production'),
  place('orders-api', '11', 'test'),
  place('payments-api', '7f3c2a1', 'staging-eu'),
  place('payments-api', '8aa0000', 'staging-eu'),
];

describeFiles(
  `our reading of what a real broker said${
    found ? '' : ': left out, ../shared/data/pact/recorded is not there'
  }`,
  () => {
    it.each([
      ...[
        [
          'ok-checkout-web-1.0.0-production',
          'checkout-web',
          '1.0.0',
          '',
          'yes',
          '',
        ],
        [
          'fail-checkout-web-1.1.0-test',
          'checkout-web',
          '1.1.0',
          'test',
          'no',
          '',
        ],
        [
          ...['unknown-orders-api-11-production', 'orders-api', '11', ''],
          ...['unknown', 'no-result not-deployed'],
        ],
        ['ignore', 'orders-api', '10', '', 'yes', ''],
        ['ignore-hash', 'orders-api', '10', '', 'yes', ''],
        [
          ...['multi-instance-mobile-staging', 'mobile app (iOS)', '5.1.0'],
          ...['staging-eu', 'unknown', 'co-deployed-without-result'],
        ],
        [
          ...['payments-production-vs-released-consumers', 'payments-api'],
          ...['8aa0000', '', 'unknown', 'no-result'],
        ],
        [
          'branch-to-env',
          'orders-api',
          '11',
          '',
          'unknown',
          'no-result not-deployed',
        ],
      ],
    ])('cid-%s: %s %s', (file, pacticipant, version, where, answer, open) => {
      const environment = where || 'production';
      const broker = verdictIn(`cid-${file}`);
      const mirror = mirrorOf([], present);
      const verdict = readVerdict({
        ...{ pacticipant, version, environment, mirror, broker },
      });
      const kinds = verdict.reasons.map(({ kind }) => kind);
      const harmless = [
        'verified',
        'failed',
        'ignored',
        'disagrees-with-broker',
      ];
      expect({
        answer: verdict.answer,
        open: [...new Set(kinds.filter(kind => !harmless.includes(kind)))],
        disagrees: kinds.includes('disagrees-with-broker'),
      }).toEqual({
        answer,
        open: open === '' ? [] : open.split(' '),
        disagrees: answer !== broker.says,
      });
    });

    it.each([
      ['unknown-version', 'orders-api', '404'],
      ['nothing-no-integrations', 'inventory-api', '1'],
    ])('cid-%s: nothing is known of %s %s', (file, pacticipant, version) => {
      const broker = {
        ...verdictIn(`cid-${file}`),
        missing: `version ${version} of ${pacticipant}`,
      };
      const { answer, reasons } = readVerdict({
        ...{ pacticipant, version, environment: 'production', broker },
        mirror: mirrorOf([], present),
      });
      expect(answer).toBe('unknown');
      expect(reasons[0].kind).toBe('no-such-version');
      expect(reasons.map(({ kind }) => kind)).toContain('no-result');
    });
  },
);
