import { metrics, Span, trace, Tracer } from '@opentelemetry/api';
import { ok } from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import { startTestIntake } from './__testUtils__/startTestIntake';

const { open } = useTestDatabases();

/** Keeps what was measured, as an exporter would see it. */
const recordTelemetry = () => {
  const measured: [string, number, object?][] = [];
  const spans: [string, object?][] = [];
  const ages: ((result: { observe: Function }) => Promise<void>)[] = [];
  const instrument = (name: string) => ({
    add: (by: number, about: object) => measured.push([name, by, about]),
    record: (_: number, about: object) => measured.push([name, 1, about]),
    addCallback: (callback: (typeof ages)[number]) => ages.push(callback),
    removeCallback: () => ages.splice(0),
  });
  const meter = {
    createCounter: instrument,
    createHistogram: instrument,
    createObservableGauge: instrument,
  };
  metrics.setGlobalMeterProvider({ getMeter: () => meter as never });
  const span = {
    setAttribute: () => span,
    setStatus: () => span,
    end: () => {},
  } as unknown as Span;
  const startActiveSpan = (
    name: string,
    { attributes }: { attributes: object },
    work: (span: Span) => unknown,
  ) => {
    spans.push([name, attributes]);
    return work(span);
  };
  trace.setGlobalTracerProvider({
    getTracer: () => ({ startActiveSpan } as unknown as Tracer),
  });
  return { measured, spans, ages };
};

afterEach(() => {
  metrics.disable();
  trace.disable();
});

it('every question leaves spans and measurements that name its source', async () => {
  const { measured, spans, ages } = recordTelemetry();
  const intake = await startTestIntake({
    database: await open('SQLITE_3'),
    sources: [
      {
        kind: 'pull',
        id: 'pact',
        title: 'Pact',
        pull: async (_, context) => {
          context.countCall();
          return ok({ names: [{ kind: 'pact', name: 'a', namespace: '' }] });
        },
      },
    ],
  });
  await intake.turn('pact');

  const observed: unknown[] = [];
  await ages[0]({
    observe: (age: number, about: object) => observed.push([age < 60, about]),
  });
  await intake.stop();

  const source = { source: 'pact' };
  expect(spans).toEqual([
    ['sightline.source.round', source],
    ['sightline.source.pull', { ...source, services: 1 }],
    ['sightline.source.accept', source],
  ]);
  expect(measured).toEqual([
    ['sightline.source.calls', 1, source],
    ['sightline.source.duration', 1, { ...source, outcome: 'ok' }],
    ['sightline.source.outcomes', 1, { ...source, outcome: 'ok' }],
    [
      'sightline.source.losses',
      1,
      { ...source, cause: 'no feature takes names' },
    ],
  ]);
  expect(observed).toEqual([[true, source]]);
  expect(ages).toEqual([]);
});
