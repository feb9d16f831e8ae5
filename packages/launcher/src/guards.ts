import { existsSync, readdirSync } from 'node:fs';

/** One check of `yarn check`. */
export type Guard = {
  name: string;
  /** What it makes sure of, as the end of "checking that …". */
  what: string;
  /** Arguments for Node, run from the root of the repository. */
  command: string[];
  /** Why it has nothing to do here, if so. */
  skip?: () => string | undefined;
};

const guard = (name: string, what: string, skip?: Guard['skip']): Guard => ({
  name,
  what,
  command: ['packages/guard-rails/src/run.ts', name],
  ...(skip && { skip }),
});

/** Whether a plugin has such a file or folder; paths as seen from the root. */
const somePluginHas = (path: string) =>
  existsSync('plugins') &&
  readdirSync('plugins').some(plugin =>
    existsSync(`plugins/${plugin}/${path}`),
  );

/** From the quick to the slow. What each does is in packages/guard-rails. */
export const guards: Guard[] = [
  guard('file-length', 'no file is over 400 lines'),
  guard('product-only', 'no file names a machine or a registry'),
  guard('packages', 'every package has licence, role and the house rules'),
  guard('dependencies', 'every direct dependency has its reason in docs'),
  guard('changesets', 'every changeset names published packages'),
  guard('catalog', 'every reference in catalog-info leads somewhere', () =>
    existsSync('catalog-info') ? undefined : 'there is no catalog-info yet',
  ),
  guard(
    'sql-reports',
    'tables are named after their owner, migrations go back',
    () =>
      somePluginHas('migrations') ? undefined : 'no plugin has migrations yet',
  ),
  {
    name: 'openapi',
    what: 'router, client and types say what the specification says',
    command: [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      'packages/openapi-codegen/src/generate.ts',
      '--check',
    ],
  },
  guard('licences', 'production dependencies are under permissive licences'),
  guard('unused', 'no file, export or dependency is unused'),
  guard('api-reports', 'API and SQL reports say what the code says', () =>
    somePluginHas('src/index.ts') ? undefined : 'no plugin has code yet',
  ),
];
