import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  brief,
  day,
  hour,
  iso,
  onCallWorld,
  ref,
  rosterOf,
  shift,
  START,
  team,
  user,
} from '../__testUtils__/onCallWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe.each(databases.ids)('rosters of sources on %s', id => {
  const build = async () => {
    const world = await onCallWorld(await databases.open(id));
    await world.readPeople();
    const of = (name: string) => world.reader.ofTeam(team(name));
    return { ...world, of, who: async (name: string) => brief(await of(name)) };
  };

  it('answer with levels, until when, and who is next', async () => {
    const { report, of } = await build();
    await report([
      rosterOf('payments', [
        shift('ana', [START - hour, START + hour]),
        shift('ben', [START + hour, START + day]),
        shift('chloe', [undefined, undefined], { level: 2 }),
      ]),
    ]);
    expect(await of('payments')).toMatchObject({
      ...{ state: 'covered', headline: 'Ana is on call until 11:00 UTC' },
      levels: [
        {
          level: 1,
          responders: [{ ref: user('ana'), until: iso(START + hour) }],
        },
        { level: 2, responders: [{ ref: user('chloe'), name: 'Chloe' }] },
      ],
      next: { person: { ref: user('ben') }, from: iso(START + hour) },
      gaps: [{ level: 1, from: iso(START + day) }],
      origin: { kind: 'pagerduty', where: 'payments in PagerDuty' },
      evidence: { source: 'pagerduty', validFor: 600_000 },
    });
  });

  it('have a gap on level 1 as the headline, whoever is on level 3', async () => {
    const { report, of } = await build();
    const third = shift('ana', [undefined, undefined], { level: 3 });
    await report([rosterOf('payments', [third])]);
    expect(await of('payments')).toMatchObject({
      state: 'gap',
      headline: 'Nobody is on call; Ana would be asked as level 3',
    });
  });

  it('let an override win, and name several at once', async () => {
    const { report, who, time } = await build();
    await report([
      rosterOf('payments', [
        shift('ana', [START, START + day]),
        shift('ben', [START, START + day]),
        shift('chloe', [START, START + hour], { override: true }),
      ]),
    ]);
    expect(await who('payments')).toEqual(['covered', '1 Chloe']);
    time.now += hour;
    expect(await who('payments')).toEqual(['covered', '1 Ana+Ben']);
  });

  it('find people by address and name; a stranger with an address is on call, a bare word is not', async () => {
    const { report, of } = await build();
    const asked = async (person: { email?: string; name: string }) => {
      const all = shift('x', [undefined, undefined], { person });
      await report([rosterOf('payments', [all])]);
      const now = await of('payments');
      return [now?.state, now?.levels[0].responders[0]?.ref];
    };
    expect([
      await asked({ name: 'Ana' }),
      await asked({ name: 'ben@harbour.example' }),
      await asked({ name: 'A.', email: 'ANA@harbour.example' }),
      await asked({ name: 'Zoe', email: 'zoe@elsewhere.example' }),
      await asked({ name: 'Team dinner' }),
    ]).toEqual([
      ...[
        ['covered', user('ana')],
        ['covered', user('ben')],
      ],
      ...[
        ['covered', user('ana')],
        ['covered', 'zoe@elsewhere.example'],
      ],
      ['gap', undefined],
    ]);
  });

  it('keep what was said, whatever is said later', async () => {
    const { report, reader, time } = await build();
    await report([rosterOf('payments', [shift('ana', [START, START + day])])]);
    time.now += 2 * hour;
    await report([
      rosterOf('payments', [shift('ben', [START - day, START + day])], {
        covers: { from: time.now, to: time.now + 7 * day },
      }),
    ]);
    time.now += hour;
    const range = { from: START, to: START + 2 * day };
    const history = await reader.history(team('payments'), range);
    expect(
      history?.shifts.map(({ person, from, to }) => [person.name, from, to]),
    ).toEqual([
      ['Ana', iso(START), iso(START + 2 * hour)],
      ['Ben', iso(START + 2 * hour), iso(START + day)],
    ]);
    expect(history?.gaps).toMatchObject([
      { from: iso(START + day), until: iso(START + 2 * day) },
    ]);
    const past = await reader.ofTeam(team('payments'), START + hour);
    expect(brief(past)).toEqual(['covered', '1 Ana']);
  });

  it('write one row for the same again and again', async () => {
    const { report, time, database } = await build();
    for (let round = 0; round < 5; round++) {
      await report([
        rosterOf('payments', [shift('ana', [undefined, START + 9 * day])], {
          covers: { from: time.now, to: time.now + 7 * day },
        }),
      ]);
      time.now += hour;
    }
    const rows = await database('oncall_past');
    expect(
      rows.map(({ from_at, to_at }) => [Number(from_at), Number(to_at)]),
    ).toEqual([[START, START + 4 * hour]]);
  });

  it('stand with their fault while they cannot be read, and end when they are gone', async () => {
    const { report, of, who, time, reader } = await build();
    const roster = rosterOf('payments', [shift('ana', [undefined, undefined])]);
    await report([roster]);
    time.now += hour;
    await report([], [{ id: 'payments', name: 'x', fault: 'HTTP 500' }]);
    expect(await of('payments')).toMatchObject({
      state: 'covered',
      warnings: [
        `It could not be read again, this is as of ${iso(START)}: HTTP 500`,
      ],
      evidence: { observedAt: iso(START) },
    });
    time.now += hour;
    await report([]);
    expect(await who('payments')).toEqual(['nobody']);
    const past = await reader.ofTeam(team('payments'), START + hour);
    expect(brief(past)).toEqual(['covered', '1 Ana']);
    await report([roster]);
    expect(await of('payments')).toMatchObject({
      ...{ state: 'covered', warnings: [] },
    });
  });

  it('say nothing about a time they do not cover: that is unknown, and no gap', async () => {
    const { report, of, time } = await build();
    const covers = { from: START, to: START + day };
    await report([
      rosterOf('payments', [shift('ana', [undefined, undefined])], { covers }),
    ]);
    time.now += 2 * day;
    expect(await of('payments')).toMatchObject({
      ...{ state: 'unknown', levels: [], unknown: { reason: 'no-data' } },
      headline: expect.stringContaining('says nothing after'),
    });
  });

  it('of one source leave those of another alone', async () => {
    const { report, who, changed } = await build();
    const always: [undefined, undefined] = [undefined, undefined];
    await report([rosterOf('payments', [shift('ana', always)])]);
    await report([rosterOf('search', [shift('dan', always)])], [], 'ical');
    await report([], [], 'ical');
    expect([await who('payments'), await who('search')]).toEqual([
      ...[['covered', '1 Ana'], ['nobody']],
    ]);
    expect(changed.at(-1)).toEqual([ref('finder')]);
  });

  it('are bounded, and what is left out is counted', async () => {
    const { report, lost, of } = await build();
    const shifts = Array.from({ length: 5_010 }, (_, n) =>
      shift('ana', [START + n * 1_000, START + (n + 1) * 1_000]),
    );
    await report([
      rosterOf('payments', [...shifts, shift('ben', [0, 1], { level: 0 })], {
        url: 'file:///etc/hosts',
      }),
      rosterOf('broken', [], { covers: { from: NaN, to: 0 } }),
    ]);
    expect(lost).toEqual([
      ...['1 rosters that cover no time'],
      ...['1 shifts of levels that are none of 1 to 9'],
      ...['10 shifts of a roster above 5000'],
    ]);
    expect(await of('payments')).toMatchObject({
      origin: { kind: 'pagerduty', where: 'payments in PagerDuty' },
    });
  });
});
