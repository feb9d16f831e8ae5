const { lint } = require('../__testUtils__/lint');

const HOOK = 'plugins/sightline/src/features/slo/useSlo.ts';
const CLIENT = 'plugins/sightline/src/api/SightlineClient.ts';

const http = [
  ['fetch', `fetch('/x')`],
  ['window.fetch', `window.fetch('/x')`],
  ['an event source', `new EventSource('/x')`],
  ['the fetch API', `import { fetchApiRef } from '@backstage/core-plugin-api'`],
  [
    'the discovery API under another name',
    `import { discoveryApiRef as d } from '@backstage/core-plugin-api'`,
  ],
];

describe('HTTP outside api/ is sent there', () => {
  it.each(http)('%s', (_title, code) => {
    expect(lint(HOOK, code)).toEqual([expect.stringContaining('src/api')]);
  });
});

describe('HTTP in api/, in tests and in other packages is left alone', () => {
  it.each(http)('%s', (_title, code) => {
    const test = HOOK.replace('.ts', '.test.ts');
    const source = 'plugins/sightline-backend-module-pact/src/module.ts';
    expect([CLIENT, test, source].flatMap(file => lint(file, code))).toEqual(
      [],
    );
  });
});

it('knows a function of one’s own from the browser’s', () => {
  expect(lint(HOOK, 'function load(fetch) { return fetch(); }')).toEqual([]);
});
