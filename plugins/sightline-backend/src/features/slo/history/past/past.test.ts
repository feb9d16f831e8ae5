import { mockServices } from '@backstage/backend-test-utils';
import {
  IndicatorSource,
  Measured,
  ok,
  Outcome,
  PastQuestion,
  PastRange,
  retry,
} from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../../../../platform/__testUtils__/testDatabases';
import {
  counted,
  day,
  hour,
  inForce,
  measured,
  minute,
  ref,
  START,
} from '../../__testUtils__/objectives';
import { fakeIndicatorSource } from '../../__testUtils__/FakeIndicatorSource';
import { sloWorld } from '../../__testUtils__/sloWorld';
import { InForce } from '../../tables';
import { createPastKeeper } from './createPastKeeper';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const never = new AbortController().signal;
const dataSince = START - 40 * day;

/** Knows 40 days: 2,000 calls an hour, of which one fails, and 72 two days ago. */
const rememberingSource = () => {
  const asked: { of: string[]; range: PastRange }[] = [];
  const feeling: { trouble?: Outcome<never>; impossible?: string } = {};
  const at = (end: number): Measured => {
    if (end <= dataSince) return { what: 'no-data' };
    return counted(2000, end === START - 2 * day ? 72 : 1);
  };
  const source: IndicatorSource = {
    ...fakeIndicatorSource('fake').source,
    async past(questions: readonly PastQuestion[], range: PastRange) {
      asked.push({
        of: questions.map(({ service }) => service.replace(/.*\//, '')),
        range,
      });
      if (feeling.trouble) return feeling.trouble;
      const steps = Array.from(
        { length: (range.to - range.from) / range.step },
        (_, nth) => range.from + (nth + 1) * range.step,
      ).map(end => ({ at: end, measured: at(end) }));
      return ok(
        questions.map(({ objective }) =>
          feeling.impossible
            ? { objective, steps: [], impossible: feeling.impossible }
            : { objective, steps },
        ),
      );
    },
  };
  return { source, asked, feeling };
};

const template = (name: string): Partial<InForce> => ({
  indicator: {
    ...{ by: 'template', bad: 'errors[$window]', total: 'calls[$window]' },
    ...{ labels: ['name'], service: [[name]] },
  },
});

describe.each(databases.ids)('a past that was known before, on %s', id => {
  const world = async () => {
    const base = sloWorld(await databases.open(id));
    const { database, clock, time } = base;
    const remembering = rememberingSource();
    const begin = () => {
      const logger = mockServices.logger.mock();
      const sources = [remembering.source, fakeIndicatorSource('calls').source];
      return createPastKeeper({ database, clock, logger, sources });
    };
    let keeper = begin();
    return {
      ...{ ...base, ...remembering },
      restart: () => {
        keeper = begin();
      },
      rounds: async (count: number) => {
        for (let n = 0; n < count; n++) {
          await keeper.run(never);
          time.now += minute;
        }
      },
      past: async (of: string, from: number, to = START) =>
        base.reader.history(ref(of), 'availability', { from, to }),
    };
  };

  it('is filled in hour by hour, with what was left of the budget', async () => {
    const { force, rounds, past, asked } = await world();
    await force.keep([inForce('cart')]);
    await rounds(3);
    const told = await past('cart', START - 30 * day);
    expect(told?.resolution).toBe('hour');
    expect(told?.points).toHaveLength(720);
    expect(told?.points[0]).toEqual({
      at: '2026-10-22T02:00:00.000Z',
      ...{ total: 2000, bad: 1, burn: 0.5, remaining: 0.5 },
    });
    expect(told?.points.at(-1)).toEqual({
      at: '2026-11-21T01:00:00.000Z',
      ...{ total: 2000, bad: 1, burn: 0.5 },
      remaining: expect.closeTo(1 - (720 + 71) / 1440, 5),
    });
    expect(asked.map(({ range }) => (range.to - range.from) / hour)).toEqual([
      30 * 24 + 2,
      31 * 24,
    ]);
  });

  it('is asked for once, whatever happens later', async () => {
    const { force, rounds, asked, restart, database } = await world();
    await force.keep([inForce('cart')]);
    await rounds(2);
    const rows = () => database('slo_history').orderBy(['width', 'at']);
    const once = await rows();
    restart();
    await rounds(3);
    expect(asked).toHaveLength(2);
    expect(await rows()).toEqual(once);
  });

  it('goes on after a restart where it was', async () => {
    const { force, rounds, asked, restart } = await world();
    await force.keep([inForce('cart')]);
    await rounds(1);
    restart();
    await rounds(2);
    expect(asked.map(({ range }) => range.to)).toEqual([
      START,
      asked[0].range.from,
    ]);
  });

  it('never takes the place of what was measured live', async () => {
    const { force, rounds, past, accept, time } = await world();
    await force.keep([inForce('cart')]);
    await accept([measured('cart', 0.0009, { at: START + minute })]);
    time.now = START + hour;
    await rounds(3);
    const told = await past('cart', START - hour);
    expect(told?.points).toEqual([
      {
        at: '2026-11-21T01:00:00.000Z',
        ...{ total: 1389, bad: 1.2501, burn: 0.9 },
        remaining: expect.closeTo(0.1, 6),
      },
      expect.objectContaining({ at: '2026-11-21T02:00:00.000Z', total: 2000 }),
    ]);
  });

  it('has days too, for longer views', async () => {
    const { force, rounds, past } = await world();
    await force.keep([inForce('cart')]);
    await rounds(3);
    const told = await past('cart', START - 60 * day);
    expect(told?.resolution).toBe('day');
    expect(told?.points).toHaveLength(41);
    expect(told?.points[1]).toEqual({
      at: '2026-10-13T00:00:00.000Z',
      ...{ total: 48_000, bad: 24, burn: 0.5, remaining: 0.5 },
    });
  });

  it('is asked for of single ones first, then of the fleet at once', async () => {
    const { force, rounds, asked } = await world();
    await force.keep([
      inForce('cart', {}, template('cart')),
      inForce('orders', {}, template('orders')),
      inForce('payments'),
    ]);
    await rounds(5);
    expect(asked.map(({ of }) => of)).toEqual([
      ...[['payments'], ['payments']],
      ...[
        ['cart', 'orders'],
        ['cart', 'orders'],
      ],
    ]);
  });

  it('is asked for again later when that failed, and in smaller pieces', async () => {
    const { force, rounds, asked, feeling, past } = await world();
    await force.keep([inForce('cart')]);
    feeling.trouble = retry({ kind: 'timeout', words: 'too slow' });
    await rounds(3);
    expect(asked).toHaveLength(1);
    feeling.trouble = undefined;
    await rounds(10);
    expect(
      asked.map(({ range }) => Math.ceil((range.to - range.from) / day)),
    ).toEqual([31, 15, 15, 15, 15, 2]);
    expect((await past('cart', START - 30 * day))?.points).toHaveLength(720);
  });

  it('is not asked for again where the system cannot tell it', async () => {
    const { force, rounds, asked, feeling, database } = await world();
    await force.keep([inForce('cart')]);
    feeling.impossible = 'Shares only';
    await rounds(5);
    expect(asked).toHaveLength(1);
    expect(await database('slo_past').select('state', 'words')).toEqual([
      { state: 'done', words: 'Shares only' },
    ]);
  });

  it('is not asked for where there is history of more than a day', async () => {
    const { force, rounds, asked, accept, time } = await world();
    await force.keep([inForce('cart')]);
    await accept([measured('cart', 0.0005)]);
    time.now += 2 * day;
    await rounds(2);
    expect(asked).toEqual([]);
  });

  it('is forgotten to have been filled with the objective itself', async () => {
    const { force, rounds, database } = await world();
    await force.keep([inForce('cart'), inForce('orders')]);
    await rounds(1);
    await force.keep([inForce('cart')]);
    await rounds(1);
    expect(await database('slo_past').select('objective')).toEqual([
      { objective: `${ref('cart')}/availability` },
    ]);
  });
});
