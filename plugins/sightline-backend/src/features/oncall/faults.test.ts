import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import {
  brief,
  onCallWorld,
  rotationOf,
  team,
  TestWorld,
} from './__testUtils__/onCallWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const head = (name: string) => `apiVersion: sightline.dev/v1
kind: Rotation
metadata: { name: ${name} }
spec:
  team: payments
  timezone: UTC
`;

const whoIs = async ({ reader }: TestWorld, name: string) =>
  brief(await reader.ofTeam(team(name)));

/** What becomes of the good team while another one's rotation is bad. */
describe.each(databases.ids)('with a bad rotation on %s', id => {
  const build = async () => {
    const world = await onCallWorld(await databases.open(id));
    await world.folder.write('good.yaml', rotationOf('search', ['dan']));
    return world;
  };

  it.each([
    ['that is no YAML', 'a: [', ['nobody'], /line 1: /],
    [
      'without a date',
      `${head('p')}  handover: daily\n  members: [ana]\n`,
      ['nobody'],
      /from is missing; write the date/,
    ],
    [
      'in a zone that is none',
      rotationOf('payments', ['ana']).replace('UTC', 'Mars/Base'),
      ['nobody'],
      /write an IANA time zone/,
    ],
    [
      'that hands over at no time',
      rotationOf('payments', ['ana', 'ben'], 'handover: sometimes'),
      ['nobody'],
      /handover is "sometimes"; write daily 09:00/,
    ],
    [
      'of another kind',
      'kind: Schedule\n',
      ['nobody'],
      /This document is no rotation/,
    ],
    [
      'that is endless',
      `${rotationOf('payments', ['ana'])}# ${'x'.repeat(200_000)}`,
      ['nobody'],
      /at most 131072 are read/,
    ],
    [
      'of an unknown user',
      rotationOf('payments', ['anna']),
      ['gap', '1 –'],
      /user:default\/anna is not in the catalog, .*did you mean user:default\/ana/,
    ],
    [
      'with an empty layer',
      rotationOf('payments', []),
      ['nobody', '1 –'],
      /Nobody is in it/,
    ],
    [
      'with overrides that overlap',
      `${rotationOf('payments', ['ana'])}  overrides:
    - { user: ben, from: 2026-11-16, to: 2026-11-18 }
    - { user: chloe, from: 2026-11-16, to: 2026-11-17 }
`,
      ['covered', '1 Chloe'],
      /overlaps with number 1/,
    ],
  ])('%s, it is told, and the other is told of as ever', async (...row) => {
    const [, text, who, words] = row;
    const world = await build();
    await world.folder.write('bad.yaml', text);
    await world.readAll();
    expect(await whoIs(world, 'search')).toEqual(['covered', '1 Dan']);
    expect(await whoIs(world, 'payments')).toEqual(who);
    const { problems } = await world.reader.ofAll();
    const now = await world.reader.ofTeam(team('payments'));
    const told = [
      ...problems.map(problem => problem.words),
      ...(now?.warnings ?? []),
    ];
    expect(told).toEqual([expect.stringMatching(words)]);
  });

  it('whose folder is gone for a while, what was read stays', async () => {
    const world = await build();
    await world.readAll();
    await world.folder.remove('.');
    await world.readAll();
    expect(await whoIs(world, 'search')).toEqual(['covered', '1 Dan']);
    const { problems } = await world.reader.ofAll();
    expect(problems.map(({ words }) => words)).toEqual([
      'line 1: There is no such folder',
    ]);
  });

  it('behind an address that fails, what was read stays, and is told to be old', async () => {
    const world = await build();
    const file = 'https://git.example/shop/org/blob/main/turns.yaml';
    world.catalog.put({
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Group' },
      metadata: {
        ...{ name: 'payments', namespace: 'default' },
        annotations: {
          'sightline.dev/rotation': './turns.yaml',
          'backstage.io/managed-by-location':
            'url:https://git.example/shop/org/blob/main/all.yaml',
        },
      },
      spec: { type: 'team', children: [] },
    });
    world.urls.files.set(file, rotationOf('payments', ['ana']));
    await world.readAll();
    world.urls.fail(new Error('HTTP 503'));
    world.time.now += 600_000;
    await world.readAll();
    expect(await whoIs(world, 'payments')).toEqual(['covered', '1 Ana']);
    const now = await world.reader.ofTeam(team('payments'));
    expect(now?.warnings).toEqual([
      `The newest version of ${file} cannot be read, the one before it holds: line 1: It cannot be read: HTTP 503`,
    ]);
    world.urls.fail(undefined);
    world.time.now += 600_000;
    await world.readAll();
    const mended = await world.reader.ofTeam(team('payments'));
    expect(mended?.warnings).toEqual([]);
  });

  it('in two files at once, the first by name holds', async () => {
    const world = await build();
    await world.folder.write('a.yaml', rotationOf('payments', ['ana']));
    await world.folder.write('b.yaml', rotationOf('payments', ['ben']));
    await world.readAll();
    expect(await whoIs(world, 'payments')).toEqual(['covered', '1 Ana']);
    const { problems } = await world.reader.ofAll();
    expect(problems.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^rotation:default\/payments is in .*a\.yaml, too/),
    ]);
  });
});
