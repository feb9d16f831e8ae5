import { parse, parseAllDocuments } from 'yaml';
import type { Check } from './Check.ts';
import type { Tree } from './Tree.ts';

const FOLDER = 'catalog-info/';
const TRUTH = 'examples/town/truth.yaml';

/** The fields of `spec` that name other entities, and the kind they mean when they do not say. */
const REFERENCES: Record<string, string> = {
  children: 'group',
  consumesApis: 'api',
  dependencyOf: 'component',
  dependsOn: 'component',
  domain: 'domain',
  memberOf: 'group',
  members: 'user',
  owner: 'group',
  parent: 'group',
  providesApis: 'api',
  subcomponentOf: 'component',
  subdomainOf: 'domain',
  system: 'system',
};

type Entity = {
  kind?: string;
  metadata?: { name?: string; namespace?: string };
  spec?: Record<string, unknown>;
};
type Read = { file: string; ref: string; entity: Entity };

/** 'cart', seen from namespace `shop` where a component is meant → 'component:shop/cart'. */
function fullRef(written: string, kind: string, namespace: string): string {
  const [, k = kind, ns = namespace, name] =
    written.match(/^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/) ?? [];
  return name ? `${k}:${ns}/${name}`.toLowerCase() : written;
}

const namespaceOf = ({ metadata }: Entity) => metadata?.namespace ?? 'default';

function readEntities(tree: Tree, problems: string[]): Read[] {
  return tree.files
    .filter(file => file.startsWith(FOLDER) && /\.ya?ml$/.test(file))
    .flatMap(file =>
      parseAllDocuments(tree.read(file)).flatMap(document => {
        problems.push(...document.errors.map(e => `${file}: ${e.message}`));
        const entity = document.toJS() as Entity | null;
        const { kind, metadata } = entity ?? {};
        // An OpenAPI or AsyncAPI document that an API entity includes.
        if (!entity || !kind || !metadata?.name) {
          return [];
        }
        const ref = fullRef(metadata.name, kind, namespaceOf(entity));
        return [{ file, ref, entity }];
      }),
    );
}

function referencesOf({ ref, entity }: Read) {
  return Object.entries(REFERENCES).flatMap(([field, kind]) =>
    [entity.spec?.[field] ?? []]
      .flat()
      .filter(written => typeof written === 'string')
      .map(written => ({
        from: ref,
        field,
        to: fullRef(written, kind, namespaceOf(entity)),
      })),
  );
}

/** What leads nowhere on purpose: `missing` in the town's truth.yaml, as 'from → to'. */
function missingOnPurpose(tree: Tree): string[] {
  const truth = tree.has(TRUTH) ? parse(tree.read(TRUTH)) : undefined;
  const missing: Array<{ from: string; ref: string }> = truth?.missing ?? [];
  return missing.map(({ from, ref }) => `${from} → ${ref}`);
}

/** The catalog's YAML parses, no entity is there twice, and every reference leads somewhere. */
export const checkCatalog: Check = tree => {
  const problems: string[] = [];
  const entities = readEntities(tree, problems);
  const known = new Map<string, string>();
  for (const { ref, file } of entities) {
    if (known.has(ref)) {
      problems.push(`${ref} is in ${known.get(ref)} and again in ${file}.`);
    }
    known.set(ref, file);
  }
  const expected = missingOnPurpose(tree);
  const dangling = entities
    .flatMap(referencesOf)
    .filter(({ to }) => !known.has(to));
  for (const { from, field, to } of dangling) {
    if (!expected.includes(`${from} → ${to}`)) {
      problems.push(
        `${known.get(
          from,
        )}: ${field} of ${from} names ${to}, which does not exist.`,
      );
    }
  }
  const found = dangling.map(({ from, to }) => `${from} → ${to}`);
  for (const line of expected.filter(entry => !found.includes(entry))) {
    problems.push(`${TRUTH} says that ${line} is missing, and it is not.`);
  }
  return {
    problems,
    summary: `${entities.length} entities, all references resolve (${expected.length} missing on purpose)`,
  };
};
