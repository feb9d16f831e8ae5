import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import {
  brief,
  day,
  hour,
  iso,
  member,
  onCallWorld,
  ref,
  rosterOf,
  rotationOf,
  shift,
  START,
  team,
  user,
} from './__testUtils__/onCallWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);

describe.each(databases.ids)('on call on %s', id => {
  const build = async () => onCallWorld(await databases.open(id));

  it('is answered by a rotation, with next, gaps and contacts', async () => {
    const { folder, readAll, reader } = await build();
    await folder.write(
      'payments.yaml',
      rotationOf(
        'payments',
        ['ana', 'ben'],
        'hours: 08:00-20:00\n  handover: daily',
      ),
    );
    await readAll();
    const now = await reader.ofTeam(team('payments'));
    expect(now).toMatchObject({
      team: { ref: team('payments'), name: 'Payments' },
      ...{ at: iso(START), state: 'covered' },
      headline: 'Ben is on call until 20:00 UTC',
      levels: [
        {
          level: 1,
          responders: [
            {
              ...{ ref: user('ben'), name: 'Ben', timeZone: 'Europe/Berlin' },
              contacts: [
                {
                  ...{ kind: 'email', label: 'ben@harbour.example' },
                  href: 'mailto:ben@harbour.example',
                },
              ],
              ...{ from: iso(at('16T08:00')), until: iso(at('16T20:00')) },
            },
          ],
        },
      ],
      next: { person: { ref: user('ana') }, from: iso(at('17T08:00')) },
      owners: [],
      origin: { kind: 'rotation' },
      evidence: { source: 'rotations', observedAt: iso(START) },
    });
    expect(now?.gaps).toHaveLength(14);
    const night = await reader.ofTeam(team('payments'), at('16T23:00'));
    expect(night).toMatchObject({
      state: 'gap',
      headline: 'Nobody is on call until Tue 08:00 UTC',
    });
    expect(night?.owners.map(({ name }) => name)).toEqual([
      ...['Ana', 'Ben', 'Chloe'],
    ]);
  });

  it('says that nobody is where nobody keeps it, and shows owners as owners', async () => {
    const { readAll, reader } = await build();
    await readAll();
    expect(await reader.ofTeam(team('search'))).toMatchObject({
      ...{ state: 'nobody', levels: [] },
      headline: 'Nobody is on call: Search has no rotation',
      owners: [{ ref: user('dan') }],
      origin: { kind: 'owners' },
    });
    expect(await reader.ofTeam(team('nowhere'))).toBeUndefined();
  });

  it('is unknown, not nobody, before the catalog was read, and known when it fails later', async () => {
    const { folder, readAll, reader, catalog, build: again } = await build();
    expect(await reader.ofTeam(team('payments'))).toMatchObject({
      ...{ state: 'unknown', unknown: { reason: 'source-unavailable' } },
    });
    await folder.write('payments.yaml', rotationOf('payments', ['ana']));
    await readAll();
    catalog.failure = new Error('down');
    await expect(readAll()).rejects.toThrow('down');
    expect(brief(await reader.ofTeam(team('payments')))).toEqual([
      ...['covered', '1 Ana'],
    ]);
    // Started anew while the catalog is away.
    expect(brief(await again().reader.ofTeam(team('payments')))).toEqual([
      ...['covered', '1 Ana'],
    ]);
  });

  it('takes a changed file at once, and never a broken one', async () => {
    const { folder, readAll, reader, time } = await build();
    const who = async () => brief(await reader.ofTeam(team('payments')));
    await folder.write('p.yaml', rotationOf('payments', ['ana']));
    await readAll();
    time.now += hour;
    await folder.write('p.yaml', rotationOf('payments', ['ben']));
    await readAll();
    expect(await who()).toEqual(['covered', '1 Ben']);
    await folder.write(
      'p.yaml',
      rotationOf('payments', ['ana'], 'handover: no'),
    );
    await readAll();
    expect(await who()).toEqual(['covered', '1 Ben']);
    const now = await reader.ofTeam(team('payments'));
    expect(now?.warnings[0]).toMatch(
      /^The newest version of .*p\.yaml cannot be read, the one before it holds: line \d+: handover is "no"/,
    );
    const { problems } = await reader.ofAll();
    expect(problems).toHaveLength(1);
    await folder.remove('p.yaml');
    await readAll();
    expect(await who()).toEqual(['nobody']);
    const before = await reader.ofTeam(team('payments'), START);
    expect(brief(before)).toEqual(['covered', '1 Ana']);
  });

  it('does not write history anew when a file changes or somebody leaves', async () => {
    const { folder, readAll, reader, time, catalog } = await build();
    await folder.write('p.yaml', rotationOf('payments', ['ana', 'ben']));
    await readAll();
    time.now += day;
    await folder.write('p.yaml', rotationOf('payments', ['chloe']));
    await readAll();
    time.now += day;
    catalog.remove(user('ana'), user('chloe'));
    await readAll();
    const range = { from: at('15T00:00'), to: at('19T00:00') };
    const history = await reader.history(team('payments'), range);
    expect(
      history?.shifts.map(({ person, from }) => [person.name, from]),
    ).toEqual([
      ['Ben', iso(at('15T00:00'))],
      ['Ana', iso(at('15T08:00'))],
      ['Ben', iso(at('16T08:00'))],
      ['Ana', iso(at('17T08:00'))],
      ['Chloe', iso(at('17T10:00'))],
    ]);
    expect(history?.gaps).toMatchObject([
      { from: iso(at('18T10:00')), reason: 'unknown-user' },
    ]);
    const past = await reader.ofTeam(team('payments'), at('17T12:00'));
    expect(brief(past)).toEqual(['covered', '1 Chloe']);
    expect(brief(await reader.ofTeam(team('payments')))).toEqual([
      ...['gap', '1 –'],
    ]);
  });

  it('is named by the group’s annotation, for that group alone', async () => {
    const { catalog, readAll, reader, urls } = await build();
    const base = 'https://git.example/shop/org/blob/main';
    catalog.put({
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Group' },
      metadata: {
        ...{ name: 'search', namespace: 'default' },
        annotations: {
          'sightline.dev/rotation': './turns.yaml',
          'backstage.io/managed-by-location': `url:${base}/all.yaml`,
        },
      },
      spec: { type: 'team', children: [] },
    });
    const theirs = `${base}/turns.yaml`;
    const both = `${rotationOf('search', ['dan'])}---\n${rotationOf(
      'payments',
      ['dan'],
    )}`;
    urls.files.set(theirs, both);
    await readAll();
    expect(brief(await reader.ofTeam(team('search')))).toEqual([
      ...['covered', '1 Dan'],
    ]);
    expect(brief(await reader.ofTeam(team('payments')))).toEqual(['nobody']);
    const { items, problems } = await reader.ofAll();
    expect(items.map(one => one.origin)).toEqual([
      { kind: 'rotation', where: theirs, url: theirs },
    ]);
    expect(problems.map(({ words }) => words)).toEqual([
      'rotation:default/payments is for group:default/payments, which does not name this file; it is passed over',
    ]);
  });

  it('is answered for services by their owners, or a roster of their own', async () => {
    const { folder, readAll, reader, report } = await build();
    await folder.write('p.yaml', rotationOf('payments', ['ana']));
    await readAll();
    const own = [shift('dan', [undefined, undefined])];
    await report([rosterOf('ledger', own, { for: [ref('ledger')] })]);
    const all = await reader.ofServices(
      ['ledger', 'checkout', 'finder', 'orphan', 'nowhere'].map(ref),
    );
    expect([...all].map(([one, now]) => [one, ...(brief(now) ?? [])])).toEqual([
      [ref('ledger'), 'covered', '1 Dan'],
      [ref('checkout'), 'covered', '1 Ana'],
      [ref('finder'), 'nobody'],
    ]);
    expect(all.get(ref('ledger'))).toMatchObject({
      ...{ service: ref('ledger'), team: { ref: team('payments') } },
      origin: { kind: 'pagerduty', where: 'ledger in PagerDuty' },
    });
  });

  it('tells hand-overs and gaps once, when they come', async () => {
    const { folder, readAll, tell, time, events, changed } = await build();
    await folder.write(
      'p.yaml',
      rotationOf(
        'payments',
        ['ana', 'ben'],
        'hours: 08:00-20:00\n  handover: daily',
      ),
    );
    await readAll();
    await tell();
    await tell();
    expect([await events(), changed]).toEqual([
      [],
      [[ref('checkout'), ref('ledger')]],
    ]);
    time.now = at('16T20:00');
    await tell();
    await tell();
    time.now = at('17T08:00');
    await tell();
    expect(await events()).toEqual([
      `sightline.oncall.changed ${team('payments')}: covered [${user(
        'ben',
      )}] → gap []: Nobody is on call until Tue 08:00 UTC`,
      `sightline.oncall.changed ${team('payments')}: gap [] → covered [${user(
        'ana',
      )}]: Ana is on call until 20:00 UTC`,
    ]);
    expect(changed).toHaveLength(3);
  });

  it('forgets after thirteen months, and not before', async () => {
    const { database, folder, readAll, time, report, onCall } = await build();
    await folder.write('p.yaml', rotationOf('payments', ['ana']));
    await readAll();
    await report([rosterOf('search', [shift('dan', [START, START + day])])]);
    time.now += 2 * day;
    await folder.write('p.yaml', rotationOf('payments', ['ben']));
    await readAll();
    await report([]);
    const counts = async () =>
      Promise.all(
        ['oncall_rotation', 'oncall_past', 'oncall_roster'].map(async table =>
          Number((await database(table).count({ n: '*' }))[0].n),
        ),
      );
    await onCall.rounds.forget();
    expect(await counts()).toEqual([2, 2, 1]);
    time.now += 397 * day;
    await onCall.rounds.forget();
    expect(await counts()).toEqual([1, 0, 0]);
  });

  it('knows somebody who joins at the next reading', async () => {
    const { folder, readAll, readPeople, reader, catalog } = await build();
    await folder.write('p.yaml', rotationOf('payments', ['eve']));
    await readAll();
    expect(await reader.ofTeam(team('payments'))).toMatchObject({
      ...{
        state: 'gap',
        warnings: [expect.stringContaining('not in the catalog')],
      },
    });
    catalog.put(member('eve', 'payments'));
    await readPeople();
    expect(brief(await reader.ofTeam(team('payments')))).toEqual([
      ...['covered', '1 Eve'],
    ]);
  });
});
