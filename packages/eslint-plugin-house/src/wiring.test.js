const { execFileSync } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../../..');
const workspaces = ['packages', 'plugins']
  .flatMap(parent =>
    readdirSync(join(root, parent)).map(name => `${parent}/${name}`),
  )
  .concat('bench', 'e2e', 'examples/town')
  .filter(workspace => existsSync(join(root, workspace, 'package.json')));

let answer;

// Loading Backstage's configuration takes seconds on a cold disk.
beforeAll(() => {
  const script = join(__dirname, '__testUtils__/lintWithRealConfiguration.js');
  answer = JSON.parse(execFileSync(process.execPath, [script, ...workspaces]));
}, 120_000);

it.each(workspaces)('%s lints with the house rules', workspace => {
  expect(answer.configs[workspace]).toEqual({
    workspace,
    rules: [
      '@sightline/house/clock-is-an-argument',
      '@sightline/house/directed-imports',
      '@sightline/house/http-only-in-api',
    ],
  });
});

it('a forbidden import fails with the configuration of a real package', () => {
  expect(answer.forbiddenImport).toEqual(['@sightline/house/directed-imports']);
});

it('what has no type fails with it, too', () => {
  expect(answer.untyped).toEqual(['@typescript-eslint/no-explicit-any']);
});
