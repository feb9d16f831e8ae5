const { lint } = require('../__testUtils__/lint');

const BACKEND = 'plugins/sightline-backend/src';
const FRONTEND = 'plugins/sightline/src';
const CALLS = `${BACKEND}/features/calls`;
const ENGINE = `${CALLS}/engine/blastRadius.ts`;
const COMMON = '@sightline/backstage-plugin-sightline-common';
const NODE = '@sightline/backstage-plugin-sightline-node';
const SIGHTLINE_BACKEND = '@sightline/backstage-plugin-sightline-backend';
const SOURCE = 'plugins/sightline-backend-module-pact/src/module.ts';

/** [sentence, file, what it imports] */
const allowed = [
  [
    'the plugin sees features, intake and platform',
    `${BACKEND}/plugin.ts`,
    './features/calls',
    './intake',
    './platform/database',
  ],
  [
    'the intake sees the platform',
    `${BACKEND}/intake/schedule.ts`,
    '../platform/clock',
  ],
  [
    'a feature sees the platform and its own files',
    `${CALLS}/router.ts`,
    '../../platform/http',
    './EdgeReader',
    './engine/smells',
  ],
  [
    'a feature sees the door of the intake',
    `${CALLS}/createCalls.ts`,
    '../../intake',
  ],
  [
    'scorecards and services see the doors of features',
    `${BACKEND}/features/services/dossier.ts`,
    '../calls',
    '../slo/index',
  ],
  [
    'an engine sees engines, common and pure libraries',
    ENGINE,
    './edges',
    COMMON,
    'zod',
    'luxon',
    'graphology-traversal',
    '@marcbachmann/cel-js',
    'node:util',
  ],
  [
    'a test of an engine sees what it wants',
    `${CALLS}/engine/blastRadius.test.ts`,
    'node:fs',
    '../EdgeStore',
    'fast-check',
  ],
  [
    'a fake sees what it wants',
    `${CALLS}/__testUtils__/FakeEdges.ts`,
    '../../slo/SloStore',
  ],
  [
    'a source sees node, common and its own libraries',
    SOURCE,
    NODE,
    COMMON,
    '@kubernetes/client-node',
    'node:fs',
    './pact',
  ],
  ['a module sees its own package.json', SOURCE, '../package.json'],
  [
    'a test sees the test kit of sightline-node',
    SOURCE.replace('.ts', '.test.ts'),
    `${NODE}/testUtils`,
  ],
  [
    'common sees the catalog model and zod',
    'plugins/sightline-common/src/units.ts',
    'zod',
    '@backstage/catalog-model',
    './ratio',
  ],
  [
    'plugin and extension files use the new system’s API',
    `${FRONTEND}/plugin.tsx`,
    '@backstage/frontend-plugin-api',
    './features/slo/extensions',
  ],
  [
    'a feature’s extensions use the new system’s API',
    `${FRONTEND}/features/slo/extensions.tsx`,
    '@backstage/frontend-plugin-api',
  ],
  [
    'shared components use the API of both systems',
    `${FRONTEND}/features/slo/useSlo.ts`,
    '@backstage/core-plugin-api',
    '../../api',
    '../../ui/Ratio',
    '../../routes',
  ],
  [
    'the app sees every plugin',
    'packages/app/src/App.tsx',
    '@backstage/frontend-plugin-api',
    SIGHTLINE_BACKEND,
  ],
  ['the benchmark sees the backend', 'bench/src/otlp.ts', SIGHTLINE_BACKEND],
  [
    'the town sees itself and libraries',
    'examples/town/src/cart.ts',
    './prices',
    'node:http',
    '@opentelemetry/api',
  ],
  [
    'the launcher sees Node and itself',
    'packages/launcher/src/start.ts',
    'node:fs',
    './guards.ts',
  ],
];

const importOf = specifier => `import { x } from '${specifier}';`;

describe('an import that goes the right way is left alone', () => {
  it.each(allowed)('%s', (_title, file, ...specifiers) => {
    expect(lint(file, specifiers.map(importOf).join('\n'))).toEqual([]);
  });
});

describe('every way to import counts', () => {
  it.each([
    ['a type', `import type { Knex } from 'knex'`],
    ['a re-export', `export { knex } from 'knex'`],
    ['a star export', `export * from 'knex'`],
    ['a dynamic import', `const k = import('knex')`],
    ['a require', `const k = require('knex')`],
    ['an import type', `type K = import('knex').Knex`],
    ['an import assignment', `import k = require('knex')`],
  ])('%s', (_title, code) => {
    expect(lint(ENGINE, code)).toEqual([expect.stringContaining("'knex'")]);
  });
});

it('lets an engine see the types of sightline-node, and no code of it', () => {
  expect(lint(ENGINE, `import type { Report } from '${NODE}'`)).toEqual([]);
  expect(lint(ENGINE, `import { Report } from '${NODE}'`)).toEqual([
    expect.stringContaining('write `import type`'),
  ]);
});

it('lets an example see what an author outside sees', () => {
  const example = 'plugins/sightline-node/src/__examples__/createTickets.ts';
  expect(lint(example, importOf('../index'))).toEqual([]);
});

it('lets an engine hash, but not make keys', () => {
  expect(lint(ENGINE, `import { createHash } from 'node:crypto'`)).toEqual([]);
  expect(lint(ENGINE, `import { randomUUID } from 'node:crypto'`)).toEqual([
    expect.stringContaining('throws dice'),
  ]);
});
