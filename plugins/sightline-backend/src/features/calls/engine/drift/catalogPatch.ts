import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogPatch,
  DeclaredDependency,
  DriftRow,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Catalog } from '../Catalog';

type Line = CatalogPatch['add'][number];

/**
 * What to change in catalog-info.yaml so that it tells what is seen.
 *
 * ```
 *   undeclared  orders (provides orders-api)  ──▶ + consumesApis: orders-api
 *   undeclared  ledger (provides no one API)  ──▶ + dependsOn: component:ledger
 *   unused      users  (declared: users-api)  ──▶ - consumesApis: users-api
 * ```
 *
 * Who is outside the catalog cannot be declared, so nothing is proposed for it.
 */
export const catalogPatch = (
  service: ServiceRef,
  rows: readonly DriftRow[],
  catalog: Catalog,
): CatalogPatch | undefined => {
  const { dependencies = [], file } = catalog.needs.get(service) ?? {};
  const add = rows
    .filter(({ verdict }) => verdict === 'undeclared')
    .flatMap(row => declarationFor(row, catalog));
  const remove = rows
    .filter(({ verdict }) => verdict === 'unused')
    .flatMap(({ declared }) => declared)
    .filter(({ ref }) => !isUsedOtherwise(ref, rows))
    .map(({ relation, ref }) => ({ field: fieldOf(relation), ref }));
  if (add.length + remove.length === 0) return undefined;
  const written = ({ field, ref }: Line) => ({
    field,
    ref: shortRef(ref, service, field),
  });
  return {
    add: add.map(written),
    remove: remove.map(written),
    yaml: toYaml(service, dependencies, { add, remove }),
    ...(file !== undefined && { file }),
  };
};

/** An API may stand for several; it is needed as long as one of them is. */
const isUsedOtherwise = (ref: string, rows: readonly DriftRow[]) =>
  rows.some(
    ({ declared, verdict }) =>
      verdict !== 'unused' && declared.some(one => one.ref === ref),
  );

const fieldOf = (relation: DeclaredDependency['relation']): Line['field'] =>
  relation === 'dependsOn' ? 'dependsOn' : 'consumesApis';

const declarationFor = ({ target }: DriftRow, { apis }: Catalog): Line[] => {
  if (target.entity === undefined) return [];
  const provided = [...apis.values()].filter(
    ({ type, providers }) =>
      type !== 'asyncapi' && providers.includes(target.entity!),
  );
  return provided.length === 1
    ? [{ field: 'consumesApis', ref: provided[0].ref }]
    : [{ field: 'dependsOn', ref: target.entity }];
};

/** As people write it: without what goes without saying. */
const shortRef = (ref: string, service: string, field: Line['field']) => {
  const { kind, namespace, name } = parseEntityRef(ref);
  const own = parseEntityRef(service).namespace;
  const place = namespace === own ? name : `${namespace}/${name}`;
  return field === 'consumesApis' ? place : `${kind}:${place}`;
};

const toYaml = (
  service: string,
  dependencies: readonly DeclaredDependency[],
  change: Pick<CatalogPatch, 'add' | 'remove'>,
): string => {
  const lines = ['spec:'];
  for (const field of ['dependsOn', 'consumesApis'] as const) {
    const gone = refsOf(change.remove, field);
    const kept = dependencies
      .filter(({ relation }) => fieldOf(relation) === field)
      .map(({ ref }) => stringifyEntityRef(parseEntityRef(ref)))
      .filter(ref => !gone.includes(ref));
    const refs = [...new Set([...kept, ...refsOf(change.add, field)])];
    const isTouched = refsOf(change.add, field).length + gone.length > 0;
    if (!isTouched) continue;
    lines.push(refs.length > 0 ? `  ${field}:` : `  ${field}: []`);
    for (const ref of refs)
      lines.push(`    - ${shortRef(ref, service, field)}`);
  }
  return `${lines.join('\n')}\n`;
};

const refsOf = (lines: readonly Line[], field: Line['field']) =>
  lines.filter(line => line.field === field).map(({ ref }) => ref);
