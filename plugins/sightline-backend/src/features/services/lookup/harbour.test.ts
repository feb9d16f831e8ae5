import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  aTrace,
  harbourEntities,
  harbourHosts,
  harbourServices,
} from './__testUtils__/harbour';
import { harbourWorld } from './__testUtils__/lookupWorld';
import { repositoryOf } from './engine/forms/readImage';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const [sqlite] = databases.ids;

type World = Awaited<ReturnType<typeof harbourWorld>>;
let world: World;

beforeAll(async () => {
  world = await harbourWorld(await databases.open(sqlite));
});

/** [what is pasted, whom it means, kind of clue] */
type Row = [clue: string, services: string[], kind: string];

const entities = harbourEntities();
const known = harbourServices.filter(({ name }) =>
  entities.some(
    ({ kind, metadata }) => kind === 'Component' && metadata.name === name,
  ),
);
const components = entities.filter(
  ({ kind, metadata }) =>
    kind === 'Component' && known.some(({ name }) => name === metadata.name),
);

const byClue = (kind: string, told: readonly (readonly [string, string])[]) => {
  const services = new Map<string, string[]>();
  for (const [clue, service] of told) {
    services.set(clue, [...(services.get(clue) ?? []), service]);
  }
  return [...services].map(([clue, all]): Row => [clue, all, kind]);
};

const dependents = (type: RegExp) =>
  components.flatMap(({ metadata, relations = [] }) =>
    relations.flatMap(({ targetRef }) => {
      const resource = entities.find(
        ({ kind, metadata: { name }, spec }) =>
          kind === 'Resource' &&
          targetRef === `resource:default/${name}` &&
          type.test(String(spec?.type)),
      );
      return resource ? [[resource.metadata.name, metadata.name] as const] : [];
    }),
  );

const membersOf = (team: string) =>
  entities.filter(
    ({ kind, spec }) =>
      kind === 'User' &&
      (spec?.memberOf as string[])?.includes(`group:default/${team}`),
  );

const owned = components.map(({ metadata, spec }) => ({
  service: metadata.name,
  team: String(spec?.owner).replace('group:default/', ''),
}));

const table: Row[] = [
  ...byClue(
    'name',
    known.map(({ name }) => [name, name]),
  ),
  ...byClue(
    'title',
    components.map(({ metadata: { title, name } }) => [title ?? name, name]),
  ),
  ...byClue(
    'alias',
    known.flatMap(({ name, otel }) =>
      otel ? [[otel.serviceName, name] as const] : [],
    ),
  ),
  ...byClue(
    'workload',
    known.flatMap(({ name, runs }) =>
      runs.map(run => [run.name, name] as const),
    ),
  ),
  ...byClue(
    'pod',
    known.flatMap(({ name, runs }) =>
      runs.map(run => [`${run.name}-7c9f8d64b5-x2x4q`, name] as const),
    ),
  ),
  ...byClue(
    'image',
    known.flatMap(({ name, runs }) =>
      runs.map(run => [run.image, name] as const),
    ),
  ),
  ...byClue(
    'repository',
    known.flatMap(({ name, runs }) =>
      runs.map(run => [repositoryOf(run.image), name] as const),
    ),
  ),
  ...byClue(
    'labels',
    known.flatMap(({ name, otel }) =>
      otel
        ? [
            [
              `{service_name="${otel.serviceName}",service_namespace="${
                otel.serviceNamespace ?? ''
              }"}`,
              name,
            ] as const,
          ]
        : [],
    ),
  ),
  ...byClue(
    'pacticipant',
    known.flatMap(({ name, pact }) => (pact ? [[pact, name] as const] : [])),
  ),
  ...byClue(
    'host',
    harbourHosts.map(({ of, host }) => [host, of]),
  ),
  ...byClue(
    'url',
    harbourHosts.map(({ of, host }) => [
      `http://${host}:8080/v1/things?x=1`,
      of,
    ]),
  ),
  ...byClue('database', dependents(/database|cache|bucket|index/)),
  ...byClue('topic', dependents(/topic/)),
  ...byClue(
    'team',
    owned.map(({ team, service }) => [team, service]),
  ),
  ...byClue(
    'person',
    owned.flatMap(({ team, service }) =>
      membersOf(team).map(
        ({ spec }) => [(spec?.profile as any).displayName, service] as const,
      ),
    ),
  ),
];

describe('whatever Harbour has', () => {
  it.each(table)('%s means one of %s: a %s', (clue, services) => {
    const [first] = world.found(clue);
    expect(services).toContain(first);
  });

  it('is found by a trace that is kept as an example: who failed first', () => {
    const traceparent = `00-${aTrace}-00f067aa0ba902b7-01`;
    expect(world.found(traceparent)).toEqual(['payments', 'orders']);
    expect(world.find(traceparent).matches[0].why).toEqual({
      ...{ kind: 'trace', value: aTrace, how: 'exact' },
      words: `A call to it in the trace ${aTrace} is kept as an example`,
    });
  });
});

/** All ways of mistyping one letter that is not a digit, with some other letter. */
const mistyped = (text: string): string[] =>
  [...text].flatMap((letter, at) => {
    if (!/\p{L}/u.test(letter)) return [];
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const next = after[0];
    return [
      before + after,
      `${before}${letter === 'e' ? 'w' : 'e'}${after}`,
      `${before}${letter}o${after}`,
      ...(next && /\p{L}/u.test(next) && next !== letter
        ? [before + next + letter + after.slice(1)]
        : []),
    ];
  });

/** Of three letters with one of them wrong nobody can tell what was meant. */
const isShort = (clue: string) =>
  clue.replace(/-7c9f8d64b5-x2x4q$/, '').length < 4;

describe('with one typing error', () => {
  it.each(table.filter(([clue]) => !isShort(clue)))(
    '%s still finds %s: a %s',
    (clue, services) => {
      const lost = mistyped(clue).filter(
        typed => !world.found(typed, 3).some(name => services.includes(name)),
      );
      expect(lost).toEqual([]);
    },
  );
});
