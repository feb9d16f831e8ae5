import { mockServices } from '@backstage/backend-test-utils';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  day,
  hour,
  inForce,
  measured,
  minute,
  ref,
  START,
} from '../__testUtils__/objectives';
import { sloWorld } from '../__testUtils__/sloWorld';
import { createHistoryKeeper } from './createHistoryKeeper';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const never = new AbortController().signal;

describe.each(databases.ids)('the past of objectives on %s', id => {
  const world = async (rowsAtMost?: number) => {
    const base = sloWorld(await databases.open(id));
    const { database, clock, force, accept, time } = base;
    const warned: string[] = [];
    const logger = mockServices.logger.mock();
    logger.warn.mockImplementation(words => warned.push(String(words)));
    const keeper = createHistoryKeeper({
      ...{ database, clock, logger, rowsAtMost },
    });
    await force.keep([inForce('cart')]);
    return {
      ...{ ...base, warned },
      tidy: () => keeper.run(never),
      /** a measurement five minutes after each full hour */
      hours: async (count: number, errors: number) => {
        for (let n = 0; n < count; n++) {
          time.now += hour;
          const at = time.now + 5 * minute;
          await accept([measured('cart', errors, { at })]);
        }
      },
      rows: async () => {
        const rows = await database('slo_history').orderBy(['width', 'at']);
        return rows.map(({ width, at }) => [width / hour, Number(at)]);
      },
      past: async (from: number, to?: number) =>
        base.reader.history(ref('cart'), 'availability', { from, to }),
    };
  };

  it('is one cell an hour, however often it is measured', async () => {
    const { accept, past, hours } = await world();
    await accept([measured('cart', 0.0005)]);
    await accept([measured('cart', 0.0005, { at: START + minute })]);
    await hours(2, 0.0002);
    const told = await past(START - hour);
    expect({ ...told, marks: undefined }).toEqual({
      objective: `${ref('cart')}/availability`,
      resolution: 'hour',
      target: 0.999,
      points: [
        {
          at: '2026-11-21T01:00:00.000Z',
          ...{ remaining: 0.5, total: 1389, bad: 0.6945, burn: 0.5 },
        },
        ...['02', '03'].map(of => ({
          at: `2026-11-21T${of}:00:00.000Z`,
          ...{ remaining: 0.8, total: 1389, bad: 0.2778, burn: 0.2 },
        })),
      ],
      evidence: expect.objectContaining({ source: 'slo:fake' }),
    });
  });

  it('says nothing of an hour that was over long before it was measured', async () => {
    const { accept, past } = await world();
    await accept([measured('cart', 0.0005, { at: START + 40 * minute })]);
    expect((await past(START - hour))?.points).toEqual([
      { at: '2026-11-21T01:00:00.000Z', remaining: 0.5 },
    ]);
  });

  it('becomes days, which add up, and stays so when it is done again', async () => {
    const { hours, tidy, past, time, rows } = await world();
    await hours(40, 0.0005);
    time.now += 3 * day;
    await tidy();
    const once = await rows();
    const told = await past(START - 35 * day);
    expect(told?.resolution).toBe('day');
    expect(told?.points).toEqual([
      {
        at: '2026-11-21T00:00:00.000Z',
        ...{ remaining: 0.5, total: 22 * 1389, burn: 0.5 },
        bad: expect.closeTo(22 * 0.6945, 6),
      },
      {
        at: '2026-11-22T00:00:00.000Z',
        ...{ remaining: 0.5, total: 18 * 1389, burn: 0.5 },
        bad: expect.closeTo(18 * 0.6945, 6),
      },
    ]);
    await tidy();
    expect(await rows()).toEqual(once);
  });

  it('forgets hours after 90 days and days after 13 months', async () => {
    const { hours, tidy, time, rows } = await world();
    await hours(1, 0.0005);
    time.now += 3 * day;
    await tidy();
    time.now += 90 * day;
    await tidy();
    expect((await rows()).map(([width]) => width)).toEqual([24]);
    time.now += 400 * day;
    await tidy();
    expect(await rows()).toEqual([]);
  });

  it('drops its oldest hours when there is more than is kept, and says so', async () => {
    const { hours, tidy, rows, warned } = await world(2);
    await hours(72, 0.0005);
    await tidy();
    const kept = (await rows()).filter(([width]) => width === 1);
    expect(kept).toHaveLength(2);
    expect(warned).toEqual([
      expect.stringContaining('Dropped 1 days of hourly history'),
      expect.stringContaining('Dropped 1 days of hourly history'),
    ]);
  });
});
