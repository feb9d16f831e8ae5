const { lint } = require('../__testUtils__/lint');

const BACKEND = 'plugins/sightline-backend/src';
const FRONTEND = 'plugins/sightline/src';
const CALLS = `${BACKEND}/features/calls`;
const ENGINE = `${CALLS}/engine/blastRadius.ts`;
const COMMON = '@sightline/backstage-plugin-sightline-common';
const NODE = '@sightline/backstage-plugin-sightline-node';
const SIGHTLINE_BACKEND = '@sightline/backstage-plugin-sightline-backend';
const SOURCE = 'plugins/sightline-backend-module-pact/src/module.ts';

/** [sentence, file, what it imports, words of the message] */
const forbidden = [
  [
    'the platform does not know a feature',
    `${BACKEND}/platform/http.ts`,
    '../features/calls',
    'platform/ knows no feature',
  ],
  [
    'the platform does not know the intake',
    `${BACKEND}/platform/clock.ts`,
    '../intake',
    'platform/ knows no feature and no intake',
  ],
  [
    'the intake does not know a feature',
    `${BACKEND}/intake/schedule.ts`,
    '../features/slo',
    'intake/ knows no feature',
  ],
  [
    'nothing looks back at the plugin',
    `${CALLS}/router.ts`,
    '../../plugin',
    'nothing looks back',
  ],
  [
    'nothing looks back at the package index',
    `${CALLS}/router.ts`,
    '../..',
    'nothing looks back',
  ],
  [
    'a feature goes to the intake by its door',
    `${CALLS}/createCalls.ts`,
    '../../intake/schedule',
    'past the door of intake/',
  ],
  [
    'a feature that does not join sees no other feature',
    `${CALLS}/router.ts`,
    '../slo',
    'only scorecards and services join',
  ],
  [
    'a joiner does not go past the door of a feature',
    `${BACKEND}/features/services/dossier.ts`,
    '../calls/EdgeStore',
    "past the door of 'calls'",
  ],
  [
    'an engine does not see its feature’s store',
    ENGINE,
    '../EdgeStore',
    'An engine sees engines only',
  ],
  [
    'an engine does not see its feature’s router',
    ENGINE,
    '../router',
    'An engine sees engines only',
  ],
  [
    'an engine does not see the platform',
    ENGINE,
    '../../../platform/clock',
    'An engine sees engines only',
  ],
  [
    'an engine does not see another feature’s engine',
    ENGINE,
    '../../slo/engine/burnRate',
    'only scorecards and services join',
  ],
  ...['node:fs', 'fs/promises', 'node:http', 'child_process'].map(module => [
    `an engine does not see ${module}`,
    ENGINE,
    module,
    'an engine is pure',
  ]),
  ...['knex', 'express', '@backstage/backend-plugin-api', 'undici'].map(
    library => [
      `an engine does not see ${library}`,
      ENGINE,
      library,
      'not on the list of pure libraries',
    ],
  ),
  [
    'a source does not see the backend',
    SOURCE,
    SIGHTLINE_BACKEND,
    'extension points of sightline-node',
  ],
  [
    'a source does not see another source',
    SOURCE,
    '@sightline/backstage-plugin-sightline-backend-module-otlp',
    'extension points of sightline-node',
  ],
  [
    'a source does not reach over by a path',
    SOURCE,
    '../../sightline-backend/src/plugin',
    'leaves plugins/',
  ],
  [
    'a catalog module sees node and common only',
    'plugins/catalog-backend-module-sightline/src/module.ts',
    SIGHTLINE_BACKEND,
    'extension points of sightline-node',
  ],
  [
    'sightline-node sees sightline-common only',
    'plugins/sightline-node/src/index.ts',
    SIGHTLINE_BACKEND,
    'sees plugins/sightline-common, not',
  ],
  [
    'the backend does not see a source',
    `${BACKEND}/plugin.ts`,
    '@sightline/backstage-plugin-sightline-backend-module-pact',
    'extension points',
  ],
  [
    'the frontend does not see sightline-node',
    `${FRONTEND}/plugin.tsx`,
    NODE,
    'over HTTP',
  ],
  [
    'a plugin does not see the backend package',
    `${BACKEND}/plugin.ts`,
    'backend',
    "not 'backend'",
  ],
  [
    'common does not see sightline-node',
    'plugins/sightline-common/src/index.ts',
    NODE,
    'none of our packages',
  ],
  [
    'common does not see Node',
    'plugins/sightline-common/src/units.ts',
    'node:crypto',
    'also runs in a browser',
  ],
  [
    'common does not see Node without the prefix either',
    'plugins/sightline-common/src/units.ts',
    'path',
    'also runs in a browser',
  ],
  [
    'common does not see React',
    'plugins/sightline-common/src/units.ts',
    'react',
    'no IO, no React',
  ],
  [
    'common does not see knex',
    'plugins/sightline-common/src/units.ts',
    'knex',
    'no IO, no React',
  ],
  [
    'ui does not know a feature',
    `${FRONTEND}/ui/Ratio.tsx`,
    '../features/slo',
    'ui/ knows no feature',
  ],
  [
    'api does not know a feature',
    `${FRONTEND}/api/Client.ts`,
    '../features/slo',
    'api/ knows neither',
  ],
  [
    'a frontend feature does not go past a door',
    `${FRONTEND}/features/slo/SloView.tsx`,
    '../calls/CallsView',
    "past the door of 'calls'",
  ],
  [
    'a shared component does not use the new system’s API',
    `${FRONTEND}/features/slo/useSlo.ts`,
    '@backstage/frontend-plugin-api',
    '@backstage/core-plugin-api',
  ],
  [
    'the town does not know the plugins',
    'examples/town/src/cart.ts',
    COMMON,
    'the town is the outside world',
  ],
  [
    'the town does not reach out by a path',
    'examples/town/src/cart.ts',
    '../../../plugins/sightline-common/src',
    'the town is the outside world',
  ],
  [
    'the launcher waits for nothing to be installed',
    'packages/launcher/src/start.ts',
    'yaml',
    'may not be installed yet',
  ],
  [
    'production code does not see fakes',
    `${CALLS}/router.ts`,
    './__testUtils__/FakeEdges',
    'for tests',
  ],
  [
    'production code does not see the index of the fakes',
    `${CALLS}/router.ts`,
    './__testUtils__',
    'for tests',
  ],
  [
    'production code does not see the published test kit',
    SOURCE,
    `${NODE}/testUtils`,
    'for tests',
  ],
];

const importOf = specifier => `import { x } from '${specifier}';`;

describe('an import that goes the wrong way is told what to do instead', () => {
  it.each(forbidden)('%s', (_title, file, specifier, words) => {
    expect(lint(file, importOf(specifier))).toEqual([
      expect.stringContaining(words),
    ]);
  });
});
