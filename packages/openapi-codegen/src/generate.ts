import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { bundle } from './bundle.ts';
import { emitClient, emitRouter } from './emit.ts';
import { emitTypes } from './emitTypes.ts';
import { complain, findStale, writeAll } from './stale.ts';

const root = join(import.meta.dirname, '../../..');
const typesPackage = '@sightline/backstage-plugin-sightline-common';
const backend = 'plugins/sightline-backend/src/schema';
const common = 'plugins/sightline-common/src/schema/openapi/generated';

const generate = async (): Promise<Record<string, string>> => {
  const spec = bundle(join(root, backend, 'openapi.yaml'));
  const declarations = await openapiTS(JSON.stringify(spec), {
    exportType: true,
  });
  const types = emitTypes(declarations.map(node => astToString(node)));
  return {
    [`${common}/types.ts`]: types,
    [`${common}/pluginId.ts`]: `export const pluginId = 'sightline';\n`,
    [`${common}/apis/Api.client.ts`]: emitClient(spec),
    [`${common}/index.ts`]: `export * from './apis/Api.client';\nexport * from './types';\n`,
    [`${backend}/openapi/generated/router.ts`]: emitRouter(spec, typesPackage),
    [`${backend}/openapi/generated/index.ts`]: `export * from './router';\n`,
  };
};

/** Writes what changed, or, with `--check`, says what would change and fails. */
const main = async (check: boolean) => {
  const stale = await findStale(root, await generate());
  if (!check) {
    writeAll(root, stale);
  } else if (stale.size > 0) {
    console.error(complain([...stale.keys()]));
    process.exitCode = 1;
  }
};

main(process.argv.includes('--check')).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
