import { Entity } from '@backstage/catalog-model';

const entity = (
  kind: string,
  name: string,
  spec: Record<string, any>,
  more: Partial<Entity['metadata']> & { relations?: [string, string][] } = {},
): Entity => {
  const { relations = [], ...metadata } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    spec,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
};

type Component = {
  owner?: string;
  system?: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  title?: string;
  tags?: string[];
  annotations?: Record<string, string>;
  description?: string;
  dependsOn?: string[];
  consumesApis?: string[];
};

const related = (type: string, refs: (string | undefined)[] = []) =>
  refs.flatMap(ref => (ref ? [[type, ref] as [string, string]] : []));

/** A Component as the catalog gives it, relations stitched. */
export const component = (name: string, c: Component = {}): Entity =>
  entity(
    'Component',
    name,
    {
      type: c.type ?? 'service',
      lifecycle: c.lifecycle ?? 'production',
      ...(c.owner && { owner: c.owner }),
      ...(c.system && { system: c.system }),
    },
    {
      ...(c.title && { title: c.title }),
      ...(c.description && { description: c.description }),
      ...(c.tags && { tags: c.tags }),
      annotations: {
        ...(c.tier && { 'sightline.dev/tier': c.tier }),
        ...c.annotations,
      },
      relations: [
        ...related('ownedBy', [c.owner && `group:default/${c.owner}`]),
        ...related('partOf', [c.system && `system:default/${c.system}`]),
        ...related('dependsOn', c.dependsOn),
        ...related('consumesApi', c.consumesApis),
      ],
    },
  );

export const group = (name: string, parent?: string, title?: string): Entity =>
  entity('Group', name, {
    type: 'team',
    ...(parent && { parent }),
    profile: { displayName: title ?? name },
    children: [],
  });

export const user = (name: string): Entity =>
  entity('User', name, { profile: { displayName: name }, memberOf: [] });

export const system = (name: string, domain?: string): Entity =>
  entity('System', name, { owner: 'x', ...(domain && { domain }) });

export const domain = (name: string): Entity =>
  entity('Domain', name, { owner: 'x' });

export const api = (name: string, providers: string[]): Entity =>
  entity(
    'API',
    name,
    { type: 'openapi' },
    {
      relations: providers.map(provider => [
        'apiProvidedBy',
        `component:default/${provider}`,
      ]),
    },
  );

const pad = (n: number) => String(n).padStart(5, '0');

/** A company of `size` services in teams of 40 and systems of 20. */
export const company = (size: number): Entity[] => {
  const teams = Math.ceil(size / 40);
  const systems = Math.ceil(size / 20);
  const count = (n: number) => Array.from({ length: n }, (_, i) => i);
  return [
    group('company'),
    ...count(teams).map(i => group(`team-${i}`, 'company', `Team ${i}`)),
    domain('commerce'),
    ...count(systems).map(i => system(`system-${i}`, 'commerce')),
    ...count(size).map(i =>
      component(`service-${pad(i)}`, {
        owner: `team-${i % teams}`,
        system: `system-${i % systems}`,
        tier: `T${i % 4}`,
        lifecycle: i % 5 ? 'production' : 'experimental',
        tags: [i % 2 ? 'go' : 'java'],
        description: `Number ${i} of the services of this company`,
        dependsOn: i > 0 ? [`component:default/service-${pad(i - 1)}`] : [],
      }),
    ),
  ];
};

export const resource = (
  name: string,
  { type = 'database', owner }: { type?: string; owner?: string } = {},
): Entity => entity('Resource', name, { type, ...(owner && { owner }) });
