import {
  Attributes,
  isSpanContextValid,
  metrics,
  Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** For a log line: the trace it belongs to, when there is one. */
export const traceIdOfLog = (): { traceId?: string } => {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context)
    ? { traceId: context.traceId }
    : {};
};

/**
 * Spans and metrics about the sources, all with the attribute `source`. Without
 * an OpenTelemetry SDK in the backend all of this costs nothing.
 */
export const createIntakeTelemetry = () => {
  const tracer = trace.getTracer('sightline');
  const meter = metrics.getMeter('sightline');
  const calls = meter.createCounter('sightline.source.calls', {
    description: 'Requests to the outside, retries included',
    unit: '{call}',
  });
  const duration = meter.createHistogram('sightline.source.duration', {
    description: 'How long a source took to answer a question',
    unit: 'ms',
  });
  const outcomes = meter.createCounter('sightline.source.outcomes', {
    description: 'Answers, by outcome and fault',
    unit: '{answer}',
  });
  const losses = meter.createCounter('sightline.source.losses', {
    description: 'What buffers had to drop, by cause',
    unit: '{item}',
  });
  const age = meter.createObservableGauge('sightline.source.age', {
    description: 'Since the last good answer',
    unit: 's',
  });

  return {
    span<T>(
      name: 'round' | 'pull' | 'accept',
      source: string,
      attributes: Attributes,
      work: (span: Span) => Promise<T>,
    ): Promise<T> {
      return tracer.startActiveSpan(
        `sightline.source.${name}`,
        { attributes: { source, ...attributes } },
        async span => {
          try {
            return await work(span);
          } catch (error) {
            span.setStatus({ code: SpanStatusCode.ERROR, message: `${error}` });
            throw error;
          } finally {
            span.end();
          }
        },
      );
    },
    answered(source: string, took: Millis, outcome: string, fault?: string) {
      duration.record(took, { source, outcome });
      outcomes.add(1, { source, outcome, ...(fault ? { fault } : {}) });
    },
    called: (source: string) => calls.add(1, { source }),
    lost: (source: string, cause: string, count: number) =>
      losses.add(count, { source, cause }),
    /** `read` is asked whenever metrics are collected; call the result to end that */
    observeAges(
      read: () => Promise<{ source: string; lastSuccessAt: Instant }[]>,
      now: () => Instant,
    ) {
      const observe: Parameters<typeof age.addCallback>[0] = async result => {
        for (const { source, lastSuccessAt } of await read()) {
          const seconds = Math.max(0, now() - lastSuccessAt) / 1000;
          result.observe(seconds, { source });
        }
      };
      age.addCallback(observe);
      return () => age.removeCallback(observe);
    },
  };
};

export type IntakeTelemetry = ReturnType<typeof createIntakeTelemetry>;
