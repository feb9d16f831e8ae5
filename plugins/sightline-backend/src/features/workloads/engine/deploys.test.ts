import fc from 'fast-check';
import { hour, minute, seen, START } from '../__testUtils__/seen';
import { noteTemplate } from './deploys';
import { TemplateMemory } from './foundDeploy';

const before = (more: Partial<TemplateMemory> = {}): TemplateMemory => ({
  ...{ template: 'template-1', version: '1', earlier: [] },
  ...more,
});

const note = (
  memory: TemplateMemory | undefined,
  more: Parameters<typeof seen>[1],
  after?: number,
) => noteTemplate(memory, seen('web', more), { now: START, after }).deploy;

const since = (at: number) => ({ template: { since: at } });

describe('a deploy', () => {
  it('is another pod template, with both versions', () => {
    expect(note(before(), { version: '2' }, START - minute)).toEqual({
      ...{ kind: 'deploy', at: START, template: 'template-2' },
      ...{ fromVersion: '1', toVersion: '2', images: ['shop/web:2'] },
      words: 'Deployed 2, before 1',
    });
  });

  it.each([
    ['a restart', { template: { restartedAt: START } }],
    ['scaling', { replicas: { desired: 9 } }],
    ['nothing', {}],
  ])('is not %s', (_title, more) => {
    expect(note(before(), more, START - minute)).toBeUndefined();
  });

  it('is a rollback when the template was there before', () => {
    const memory = before({ template: 'template-2', version: '2' });
    const known = { ...memory, earlier: ['template-1'] };
    expect(note(known, { version: '1' })).toMatchObject({
      ...{ kind: 'rollback', words: 'Rolled back to 1, before 2' },
    });
    const back = noteTemplate(known, seen('web'), { now: START }).memory;
    expect(back.earlier).toEqual(['template-1', 'template-2']);
  });

  it('may change everything but the version', () => {
    const template = { id: 'other' };
    expect(note(before(), { template })?.words).toBe(
      'Changed its template; still 1',
    );
  });

  it('waits while nothing of a paused one is out', () => {
    const paused = { version: '2', paused: true };
    expect(note(before(), { ...paused, replicas: { updated: 0 } })).toBe(
      undefined,
    );
    expect(note(before(), paused)).toMatchObject({ kind: 'deploy' });
  });

  it.each([
    ['that says nothing of it', {}, undefined],
    ['that says when', since(START - 5 * hour), START - 5 * hour],
    [
      'whose spec never changed since it was created',
      { generation: 1, createdAt: START - hour },
      START - hour,
    ],
    ['that was created', { createdAt: START - hour }, undefined],
    ['that tells of the future', since(START + hour), START],
  ])('seen for the first time, in a cluster %s', (_title, more, at) => {
    expect(note(undefined, more)?.at).toBe(at);
  });
});

describe('when it was', () => {
  const told = (at: number | undefined, after: number, said?: number) => {
    const template = at === undefined ? {} : { since: at };
    const deploy = note(before({ said }), { version: '2', template }, after);
    return [(deploy!.at - START) / minute, deploy!.words];
  };
  it.each([
    ['as the cluster says', -3, -5, -3, ''],
    ['now, for a little ahead', 0.5, -5, 0, ''],
    [
      'now, for a clock that runs ahead',
      30,
      -5,
      0,
      ' (the cluster says 2026-11-21 12:30 UTC, to come yet)',
    ],
    [
      'as early as it can be, for a clock that lags',
      -60,
      -5,
      -5,
      ' (the cluster says 2026-11-21 11:00 UTC, when it was not there yet)',
    ],
    ['now, when nothing is said', undefined, -5, 0, ''],
    [
      'now, and not known better after we were away',
      undefined,
      -90,
      0,
      ' (between 2026-11-21 10:30 UTC and then, while nobody looked)',
    ],
  ])('%s', (_title, said, after, at, words) => {
    expect(
      told(
        said === undefined ? undefined : START + said * minute,
        START + after * minute,
      ),
    ).toEqual([at, `Deployed 2, before 1${words}`]);
  });

  it('is not what was said of the template before', () => {
    const old = START - 5 * hour;
    expect(told(old, START - minute, old)).toEqual([0, 'Deployed 2, before 1']);
  });
});

describe('any row of templates', () => {
  const sightings = fc.array(
    fc.record({
      version: fc.constantFrom('1', '2', '3'),
      wait: fc.nat({ max: 3 * hour }),
      off: fc.option(fc.integer({ min: -2 * hour, max: 2 * hour }), {
        nil: undefined,
      }),
      pods: fc.nat({ max: 9 }),
    }),
    { maxLength: 40 },
  );

  type Sighting = { version: string; wait: number; off?: number; pods: number };

  /** What is found at each of them, beside what must be. */
  const walk = (row: readonly Sighting[]) => {
    let memory: TemplateMemory | undefined;
    let now = START;
    let after: number | undefined;
    return row.map(({ version, wait, off, pods }) => {
      now += wait;
      const told = off === undefined ? undefined : now + off;
      const one = seen('web', {
        ...{ version, replicas: { desired: pods }, template: { since: told } },
      });
      const noted = noteTemplate(memory, one, { now, after });
      [memory, after] = [noted.memory, now];
      return { ...noted, now };
    });
  };

  it('has a deploy where it changes and nowhere else', () => {
    fc.assert(
      fc.property(sightings, row => {
        const found = walk(row).map(({ deploy }) => deploy?.kind);
        const expected = row.map(({ version }, n) => {
          if (n === 0 || version === row[n - 1].version) return undefined;
          const were = row.slice(0, n).map(one => one.version);
          return were.includes(version) ? 'rollback' : 'deploy';
        });
        expect(found.slice(1)).toEqual(expected.slice(1));
      }),
    );
  });

  it('has them in order of time, and none that is yet to come', () => {
    fc.assert(
      fc.property(sightings, row => {
        const found = walk(row).flatMap(({ deploy, now }) =>
          deploy ? { at: deploy.at, now } : [],
        );
        const times = found.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(found.filter(({ at, now }) => at > now)).toEqual([]);
      }),
    );
  });
});
