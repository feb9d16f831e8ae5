import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { countingContext } from '../__testUtils__/contexts';
import {
  inWords,
  minute,
  question,
  sourceOf,
} from '../__testUtils__/measuring';
import {
  startRealPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/RealPrometheus';

jest.setTimeout(60_000);

const titleOf = (title: string) =>
  whyNoPrometheus ? `${title} (left out: ${whyNoPrometheus})` : title;
const onPrometheus = whyNoPrometheus ? describe.skip : describe;

const end = Date.parse('2026-11-19T12:00:00Z');

onPrometheus(titleOf('native histograms of a real Prometheus'), () => {
  it('say how many answers were fast enough', async () => {
    const prometheus = await startRealPrometheus();
    const at = end;
    // Half a doubling each: 0.71 s to 1 s, 1 s to 1.41 s, 1.41 s to 2 s.
    const histogramAt = (nth: number) => ({
      schema: 1,
      first: 0,
      counts: [60 * nth, 30 * nth, 10 * nth],
    });
    await prometheus.write([
      {
        name: 'checkout_duration_seconds',
        labels: { service_name: 'checkout' },
        histograms: Array.from({ length: 10 }, (_, nth) => [
          at - (10 - nth) * minute + 30_000,
          histogramAt(nth + 1),
        ]),
      },
    ]);
    const grown =
      'sum by (service_name) (increase(checkout_duration_seconds[$window]))';
    const fast: Indicator = {
      by: 'template',
      good: `histogram_fraction(0, 1, ${grown}) * histogram_count(${grown})`,
      total: `histogram_count(${grown})`,
      labels: ['service_name'],
      service: [['checkout']],
    };
    const share: Indicator = {
      by: 'ratio',
      of: 'good',
      query:
        'histogram_fraction(0, 1, sum(rate(checkout_duration_seconds[$window])))',
    };
    const windows = { windows: [5 * minute] };
    const answer = await sourceOf(prometheus.url).measure(
      [question('fast', fast, windows), question('share', share, windows)],
      at,
      countingContext(),
    );
    await prometheus.stop();
    expect(inWords(answer)).toMatchObject({
      fast: { windows: { '5m': '200 of 500' } },
      share: { windows: { '5m': '0.4' } },
    });
  });
});
