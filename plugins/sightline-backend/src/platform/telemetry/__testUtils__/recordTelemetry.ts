import {
  Attributes,
  metrics,
  Span,
  SpanStatus,
  trace,
  Tracer,
} from '@opentelemetry/api';

export type RecordedSpan = {
  name: string;
  attributes: Attributes;
  status?: SpanStatus;
  ended: number;
};

/** Keeps every span and every measurement, as an exporter would see them. */
export const recordTelemetry = () => {
  const spans: RecordedSpan[] = [];
  const measured: { name: string; value: number; attributes: Attributes }[] =
    [];

  const startSpan = (name: string): Span => {
    const recorded: RecordedSpan = { name, attributes: {}, ended: 0 };
    spans.push(recorded);
    const span: Partial<Span> = {
      setAttributes(attributes) {
        Object.assign(recorded.attributes, attributes);
        return span as Span;
      },
      setAttribute: () => span as Span,
      setStatus(status) {
        recorded.status = status;
        return span as Span;
      },
      end() {
        recorded.ended += 1;
      },
    };
    return span as Span;
  };
  const tracer = {
    startSpan,
    startActiveSpan: (name: string, ...rest: unknown[]) =>
      (rest.at(-1) as (span: Span) => unknown)(startSpan(name)),
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });

  const instrument = (name: string) => {
    const keep = (value: number, attributes: Attributes = {}) =>
      measured.push({ name, value, attributes });
    return {
      add: keep,
      record: keep,
      addCallback: () => {},
      removeCallback: () => {},
    };
  };
  const meter = {
    createCounter: instrument,
    createHistogram: instrument,
    createObservableGauge: instrument,
  };
  metrics.setGlobalMeterProvider({ getMeter: () => meter as never });

  return {
    spans,
    measured,
    stop() {
      trace.disable();
      metrics.disable();
    },
  };
};
