import {
  ok,
  PushSource,
  retry,
  SourceSink,
  WatchSource,
} from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { untilAborted } from '../../platform/resilience/waiting';
import { eventually, startTestIntake } from '../__testUtils__/startTestIntake';

const { ids, open } = useTestDatabases();

const report = {
  clues: [{ service: 'component:default/a', kind: 'host', value: 'a' }],
};

/** A stream that a test opens, feeds and ends; several replicas may try to hold it. */
const createFakeStream = () => {
  const open_: { sink: SourceSink; end(): void; signal: AbortSignal }[] = [];
  let opened = 0;
  const source: WatchSource = {
    kind: 'watch',
    id: 'kubernetes',
    title: 'Kubernetes',
    watch: async (sink, context) => {
      opened += 1;
      context.countCall();
      const ended = new AbortController();
      const stream = {
        sink,
        end: () => ended.abort(),
        signal: context.signal,
      };
      open_.push(stream);
      await untilAborted(
        untilAborted(new Promise<void>(() => {}), ended.signal),
        context.signal,
      );
      open_.splice(open_.indexOf(stream), 1);
      return context.signal.aborted
        ? ok(undefined)
        : retry({ kind: 'connection-reset', words: 'The stream broke' });
    },
  };
  return { source, open: open_, opened: () => opened };
};

const kept = { clues: async () => {} };

describe.each(ids)('a watched source on %s', id => {
  it('is watched by one replica, and by the next one when that one stops', async () => {
    const database = await open(id);
    const stream = createFakeStream();
    const replica = () =>
      startTestIntake({ database, sources: [stream.source], sections: kept });
    const a = await replica();
    await eventually(() => stream.open.length === 1);
    const b = await replica();
    const first = stream.open[0];
    await first.sink.accept(report);
    await eventually(
      async () => (await b.statuses.get('kubernetes'))?.state === 'ok',
    );
    expect((await b.statuses.get('kubernetes'))?.totals.calls).toBe(1);
    expect(stream.opened()).toBe(1);

    await a.stop();
    await eventually(() => stream.open.length === 1);
    expect(stream.opened()).toBe(2);
    await expect(first.sink.accept(report)).rejects.toThrow(
      'This stream is over',
    );
    await b.stop();
    expect(stream.open).toEqual([]);
  });
});

describe('a watched source', () => {
  const start = async (source: WatchSource, circuit = {}) =>
    startTestIntake({
      database: await open('SQLITE_3'),
      sources: [source],
      sections: kept,
      sightline: { intake: { retry: { first: '20ms' }, circuit } },
    });

  it('is opened again when its stream ends, and the fault has a name', async () => {
    const stream = createFakeStream();
    const intake = await start(stream.source);
    await eventually(() => stream.open.length === 1);
    stream.open[0].end();
    await eventually(() => stream.opened() === 2);
    expect(await intake.statuses.get('kubernetes')).toMatchObject({
      state: 'failing',
      words: 'The last try failed: The stream broke. It has never answered',
      fault: { kind: 'connection-reset', words: 'The stream broke' },
    });
    await stream.open[0].sink.accept(report);
    await eventually(
      async () => (await intake.statuses.get('kubernetes'))?.state === 'ok',
    );
    await intake.stop();
  });

  it('that throws at once is left alone after a while', async () => {
    let opened = 0;
    const source: WatchSource = {
      ...createFakeStream().source,
      watch: () => {
        opened += 1;
        throw new Error('boom');
      },
    };
    const intake = await start(source, { failures: 3 });
    await eventually(
      async () => (await intake.statuses.get('kubernetes'))?.state === 'paused',
    );
    expect(opened).toBe(3);
    expect((await intake.statuses.get('kubernetes'))?.fault).toEqual({
      kind: 'crashed',
      words: 'The source has a bug: boom',
    });
    await intake.stop();
  });
});

describe('a source that is told things', () => {
  const createFakePush = () => {
    const held: { sink?: SourceSink; closed: boolean } = { closed: false };
    const source: PushSource = {
      kind: 'push',
      id: 'otlp',
      title: 'OpenTelemetry',
      open: async sink => {
        held.sink = sink;
      },
      close: async () => {
        held.closed = true;
      },
    };
    return { source, held };
  };

  it('hands over reports one after the other; what is written down is their sum', async () => {
    const { source, held } = createFakePush();
    let now = 0;
    let most = 0;
    const intake = await startTestIntake({
      database: await open('SQLITE_3'),
      sources: [source],
      sections: {
        clues: async () => {
          now += 1;
          most = Math.max(most, now);
          await new Promise(resolve => setImmediate(resolve));
          now -= 1;
        },
      },
    });
    const { sink } = held;
    await Promise.all(Array.from({ length: 10 }, () => sink!.accept(report)));
    sink!.lost('spans without a service', 7);
    await intake.stop();
    expect(most).toBe(1);
    expect(held.closed).toBe(true);
    const status = await intake.statuses.get('otlp');
    expect(status).toMatchObject({
      state: 'ok',
      totals: { failures: 0 },
      losses: [{ cause: 'spans without a service', count: 7 }],
    });
    expect(status!.totals.runs).toBeLessThan(10);
    await expect(sink!.accept(report)).rejects.toThrow('Intake has stopped');
  });

  it('hears when a report was not kept, and when it talks too fast', async () => {
    const { source, held } = createFakePush();
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const intake = await startTestIntake({
      database: await open('SQLITE_3'),
      sources: [source],
      sections: {
        clues: () => gate,
        names: async () => {
          throw new Error('the disk is full');
        },
      },
    });
    const refused = held.sink!.accept({
      names: [{ kind: 'otel', name: 'a', namespace: '' }],
    });
    const all = Array.from({ length: 120 }, () => held.sink!.accept(report));
    const ends = Promise.allSettled(all);
    await expect(refused).rejects.toThrow(
      'names could not be kept: the disk is full',
    );
    release();
    const rejected = (await ends).filter(end => end.status === 'rejected');
    expect(rejected).toHaveLength(21);
    await intake.stop();
    const status = await intake.statuses.get('otlp');
    expect(status?.losses.map(({ cause, count }) => [cause, count])).toEqual([
      ['names could not be kept', 1],
      ['reports that came faster than they could be kept', 21],
    ]);
  });

  it('that cannot be opened keeps nobody from starting', async () => {
    const { source } = createFakePush();
    const intake = await startTestIntake({
      database: await open('SQLITE_3'),
      sources: [
        {
          ...source,
          open: async () => {
            throw new Error('port 4318 is taken');
          },
        },
      ],
    });
    await eventually(
      async () => (await intake.statuses.get('otlp'))?.state === 'failing',
    );
    expect((await intake.statuses.get('otlp'))?.fault).toEqual({
      kind: 'crashed',
      words: 'It could not be opened: Error: port 4318 is taken',
    });
    await intake.stop();
  });
});
