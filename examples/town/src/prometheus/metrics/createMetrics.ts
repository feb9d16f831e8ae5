import type { Outage } from '../../engine/traffic.ts';
import type { Truth } from '../../engine/Truth.ts';
import type { Series } from '../promql/Series.ts';
import { badSharesOf } from './badShares.ts';
import { METRIC } from './histogram.ts';
import { httpSeries } from './httpSeries.ts';
import { nightlySeries } from './nightlySeries.ts';
import { chronicleOf, type TrackRecord } from './phases.ts';
import { constantSeries } from './scrapedSeries.ts';
import { targetsOf } from './targets.ts';

/** What there is to be asked about, for those who do not know. */
export const metadata = {
  [METRIC]: [
    {
      type: 'histogram',
      help: 'Duration of HTTP server requests.',
      unit: 'seconds',
    },
  ],
  up: [{ type: 'gauge', help: 'Whether a target answered.', unit: '' }],
};

/**
 * The metrics of the town as somebody has them who asked every service each half
 * minute for so long. They grow with time: `present` says until when there are any.
 */
export function createMetrics(options: {
  truth: Truth;
  outages: readonly Outage[];
  /** what the truth calls now */
  startMs: number;
  historyMs: number;
  present: { readonly untilMs: number };
}): Series[] {
  const { truth, outages, startMs, historyMs, present } = options;
  const fromMs = startMs - historyMs;
  const { journeys } = truth;
  const chronicle = chronicleOf({ journeys, outages, fromMs });
  const calm = [...chronicle.calm];
  return truth.services.flatMap(service => {
    const targets = targetsOf({ service, truth, startMs, fromMs, present });
    const record = recordOf(service.name, truth, startMs);
    const routes = calm.filter(([, load]) => load.service === service.name);
    return [
      ...targets.map(({ labels: { job, instance }, scraping }) =>
        constantSeries({ __name__: 'up', job, instance }, 1, scraping),
      ),
      ...routes.flatMap(([key, load]) =>
        httpSeries({
          calm: load,
          phases: chronicle.phasesOf(key, record),
          targets,
        }),
      ),
      ...(isNightly(service.name, truth) ? nightlySeries(targets, fromMs) : []),
    ];
  });
}

/** What was promised about a service is what happened to all of its routes. */
function recordOf(service: string, truth: Truth, startMs: number): TrackRecord {
  const about = (indicator: string) =>
    truth.objectives.find(
      objective =>
        objective.service === service && objective.indicator === indicator,
    );
  const availability = about('availability');
  const latency = about('latency');
  return {
    errors: availability ? badSharesOf(availability, startMs) : [],
    ...(latency?.thresholdMs !== undefined && {
      slow: {
        thresholdMs: latency.thresholdMs,
        stretches: badSharesOf(latency, startMs),
      },
    }),
  };
}

const isNightly = (service: string, truth: Truth) =>
  truth.objectives.some(
    objective =>
      objective.service === service && objective.reason === 'too-few-events',
  );
