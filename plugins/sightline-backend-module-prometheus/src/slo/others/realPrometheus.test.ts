import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { backfill, PastSeries, whyNoPast } from '../../__testUtils__/backfill';
import { countingContext } from '../../__testUtils__/contexts';
import {
  day,
  hour,
  inWords,
  minute,
  question,
  sourceOf,
} from '../../__testUtils__/measuring';
import {
  RealPrometheus,
  startRealPrometheus,
} from '../../__testUtils__/RealPrometheus';

jest.setTimeout(120_000);

const titleOf = (title: string) =>
  whyNoPast ? `${title} (left out: ${whyNoPast})` : title;
const onPrometheus = whyNoPast ? describe.skip : describe;

onPrometheus(
  titleOf('objectives that others recorded in a real Prometheus'),
  () => {
    let prometheus: RealPrometheus;
    /** what is discovered is looked for now */
    const now = Math.floor(Date.now() / minute) * minute;

    const sloth = {
      sloth_id: 'shop-requests-availability',
      sloth_service: 'shop',
      sloth_slo: 'requests-availability',
    };
    const quiet = { ...sloth, sloth_id: 'quiet', sloth_slo: 'night' };
    const pyrra = { slo: 'payments-latency', job: 'payments', team: 'money' };
    const steady = (
      name: string,
      labels: Record<string, string>,
      value: number,
    ): PastSeries => ({ name, labels, valueAt: () => value });
    /** half an hour in the night nothing happens: 0 / 0 */
    const isNight = (at: Instant) => (now - at + 12 * hour) % day < 30 * minute;

    const recorded: PastSeries[] = [
      steady('sloth_slo_info', { ...sloth, sloth_mode: 'cli-gen-prom' }, 1),
      steady('slo:objective:ratio', sloth, 0.9998999999999999),
      steady('slo:time_period:days', sloth, 30),
      steady(
        'slo:sli_error:ratio_rate1h',
        { ...sloth, sloth_window: '1h' },
        0.002,
      ),
      steady(
        'slo:sli_error:ratio_rate5m',
        { ...sloth, sloth_window: '5m' },
        0.001,
      ),
      steady('sloth_slo_info', quiet, 1),
      steady('slo:objective:ratio', quiet, 0.99),
      steady('slo:time_period:days', quiet, 30),
      {
        name: 'slo:sli_error:ratio_rate5m',
        labels: { ...quiet, sloth_window: '5m' },
        valueAt: at => (isNight(at) ? NaN : 0.004),
      },
      steady('sloth_slo_info', { ...sloth, sloth_id: 'without-promise' }, 1),
      steady('pyrra_objective', pyrra, 0.99),
      steady('pyrra_window', pyrra, 30 * 24 * 3600),
      steady('pyrra_availability', pyrra, 0.997),
      steady('http_request_duration_seconds:burnrate5m', pyrra, 0.02),
      steady('pyrra_requests:rate5m', pyrra, 10),
      steady('pyrra_errors:rate5m', pyrra, 0.5),
    ];
    const from = now - 30 * day - hour;

    beforeAll(async () => {
      prometheus = await startRealPrometheus(
        backfill(recorded, { from, to: now, every: minute }),
      );
    });
    afterAll(() => prometheus?.stop());

    it('are found with what they promise', async () => {
      const answer = await sourceOf(prometheus.url, () => now).discover?.(
        countingContext(),
      );
      if (answer?.outcome !== 'ok') throw new Error('nothing was found');
      expect(answer.notes).toEqual([
        'The objective without-promise cannot be taken over: what it promises, or over which time, is not recorded',
      ]);
      const rolling = { kind: 'rolling', duration: 30 * day };
      const ofSloth = {
        window: rolling,
        budgeting: { method: 'ratio-timeslices', slice: 5 * minute },
      };
      expect(
        answer.value.map(({ indicator: { kind }, origin, title, ...rest }) => ({
          ...rest,
          kind,
          where: origin.where,
        })),
      ).toEqual(
        expect.arrayContaining([
          {
            ...ofSloth,
            outsideService: { name: 'shop', namespace: '' },
            name: 'requests-availability',
            target: 0.9999,
            kind: 'availability',
            where:
              'Prometheus main, rules of Sloth for shop-requests-availability',
            measure: {
              by: 'recorded',
              family: 'sloth',
              labels: { sloth_id: 'shop-requests-availability' },
            },
          },
          {
            ...ofSloth,
            outsideService: { name: 'shop', namespace: '' },
            name: 'night',
            target: 0.99,
            kind: 'other',
            where: 'Prometheus main, rules of Sloth for quiet',
            measure: {
              by: 'recorded',
              family: 'sloth',
              labels: { sloth_id: 'quiet' },
            },
          },
          {
            outsideService: { name: 'payments', namespace: '' },
            name: 'payments-latency',
            target: 0.99,
            window: rolling,
            budgeting: { method: 'occurrences' },
            kind: 'latency',
            where: 'Prometheus main, rules of Pyrra for payments-latency',
            measure: {
              by: 'recorded',
              family: 'pyrra',
              labels: { slo: 'payments-latency' },
            },
          },
        ]),
      );
      expect(answer.value).toHaveLength(3);
    });

    it('are measured by what is recorded of them', async () => {
      const of = (family: 'sloth' | 'pyrra', labels: Record<string, string>) =>
        ({ by: 'recorded', family, labels } as const);
      const answer = await sourceOf(prometheus.url).measure(
        [
          question('sloth', of('sloth', { sloth_id: sloth.sloth_id })),
          question('quiet', of('sloth', { sloth_id: 'quiet' })),
          question('gone', of('sloth', { sloth_id: 'gone' })),
          question('pyrra', of('pyrra', { slo: pyrra.slo })),
          question('no pyrra', of('pyrra', { slo: 'gone' })),
        ],
        now,
        countingContext(),
      );
      const notRecorded = (window: string) =>
        `no data: Pyrra has recorded nothing over ${window}: are its generic rules loaded, too?`;
      expect(inWords(answer)).toEqual({
        sloth: { windows: { '5m': '0.001', '1h': '0.002', '30d': '0.001' } },
        // Sloth's own mean would be no number for a month.
        quiet: { windows: { '5m': '0.004', '1h': 'no data', '30d': '0.004' } },
        gone: {
          windows: { '5m': 'no data', '1h': 'no data', '30d': 'no data' },
        },
        pyrra: {
          // Of an hour there is no rate but those of 5 minutes: 12 of 3000 each.
          windows: { '5m': '0.02', '1h': '1800 of 36000', '30d': '0.003' },
        },
        'no pyrra': {
          windows: {
            '5m': notRecorded('5m'),
            '1h': notRecorded('1h'),
            '30d': notRecorded('30d'),
          },
        },
      });
    });
  },
);
