import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  brief,
  day,
  hour,
  iso,
  onCallWorld,
  rosterOf,
  rotationOf,
  shift,
  START,
  team,
  user,
} from '../__testUtils__/onCallWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const payments = team('payments');
const by = user('dan');

describe.each(databases.ids)('overrides on %s', id => {
  const build = async () => {
    const world = await onCallWorld(await databases.open(id));
    await world.folder.write('p.yaml', rotationOf('payments', ['ana']));
    await world.readAll();
    const { overrides } = world.onCall;
    return {
      ...world,
      overrides,
      who: async (at?: number) =>
        brief(await world.reader.ofTeam(payments, at)),
      make: (name: string, from: number, to: number, more = {}) =>
        overrides.make(
          payments,
          { user: name, from: iso(from), to: iso(to), ...more },
          by,
        ),
    };
  };

  it('put somebody else on call, with who made it and why', async () => {
    const { make, reader, who, changed } = await build();
    const reason = 'Ana is at the dentist';
    const made = await make('ben', START, START + hour, { reason });
    expect(made).toMatchObject({
      ...{ level: 1, user: user('ben'), madeBy: by, reason },
      ...{ from: iso(START), to: iso(START + hour) },
    });
    expect(await reader.ofTeam(payments)).toMatchObject({
      headline: 'Ben is on call until 11:00 UTC',
      levels: [
        { responders: [{ override: { id: made.id, reason, madeBy: by } }] },
      ],
    });
    expect(await who(START + hour)).toEqual(['covered', '1 Ana']);
    expect(changed).toHaveLength(1);
  });

  it('let the one win that was made last, within one millisecond, too', async () => {
    const { make, who, overrides } = await build();
    await make('ben', START, START + day);
    const { id: last } = await make('chloe', START, START + hour);
    expect(await who()).toEqual(['covered', '1 Chloe']);
    await overrides.takeBack(payments, last);
    expect(await who()).toEqual(['covered', '1 Ben']);
  });

  it('stay history where they have begun, and cannot change it', async () => {
    const { make, overrides, time, who, reader } = await build();
    const { id: one } = await make('ben', START, START + day);
    time.now += hour;
    await overrides.takeBack(payments, one);
    expect(await who()).toEqual(['covered', '1 Ana']);
    expect(await who(START)).toEqual(['covered', '1 Ben']);
    await expect(overrides.takeBack(payments, one)).rejects.toThrow(
      'This override was over at',
    );
    const late = await make('chloe', START, START + day);
    expect(late.from).toBe(iso(time.now));
    const range = { from: START, to: START + 2 * hour };
    const history = await reader.history(payments, range);
    expect(
      history?.shifts.map(({ person, override }) => [person.name, !!override]),
    ).toEqual([
      ['Ben', true],
      ['Chloe', true],
    ]);
  });

  it('are refused where they mean nothing, in words', async () => {
    const { make, report, overrides, readAll, folder } = await build();
    const soon = START + hour;
    await expect(make('zoe', START, soon)).rejects.toThrow(
      'There is no user zoe in the catalog',
    );
    await expect(make('ben', soon, START + 1)).rejects.toThrow(
      'to must be later than from',
    );
    await expect(make('ben', START - day, START - 1)).rejects.toThrow(
      'who was on call stays so',
    );
    await expect(make('ben', START, START + 93 * day)).rejects.toThrow(
      '92 days at most',
    );
    await expect(make('ben', START, soon, { level: 2 })).rejects.toThrow(
      'The rotation has no level 2 then; it has 1',
    );
    await expect(make('ben', START, soon, { to: 'x' })).rejects.toThrow(
      "to must be a time in ISO 8601, not 'x'",
    );
    await folder.remove('p.yaml');
    await readAll();
    await expect(make('ben', START, soon)).rejects.toThrow(
      'has no rotation in which somebody could be overridden',
    );
    await report([rosterOf('payments', [shift('ana', [START, soon])])]);
    await expect(make('ben', START, soon)).rejects.toThrow(
      'is kept in payments in PagerDuty; make the override there',
    );
    await expect(overrides.takeBack(payments, 'nonsense')).rejects.toThrow(
      'has no override nonsense',
    );
  });

  it('survive that the file changes, and are of one team', async () => {
    const { make, folder, readAll, who, overrides } = await build();
    const { id: one } = await make('ben', START, START + day);
    await folder.write('p.yaml', rotationOf('payments', ['chloe']));
    await readAll();
    expect(await who()).toEqual(['covered', '1 Ben']);
    await expect(overrides.takeBack(team('search'), one)).rejects.toThrow(
      'has no override',
    );
  });

  it('are two hundred of a team at most', async () => {
    const { make } = await build();
    for (let n = 0; n < 200; n++) {
      await make('ben', START + n * hour, START + (n + 1) * hour);
    }
    await expect(make('ben', START, START + hour)).rejects.toThrow(
      'take some of them back first',
    );
  });
});
