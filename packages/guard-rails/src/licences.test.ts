import { memoryTree } from './__testUtils__/memoryTree.ts';
import { isPermissive, judgeLicences } from './licences.ts';

/**
 *   plugins/x → good → nested (a copy of its own, under GPL)
 *            ↘ nested (MIT)          dev → strict: only a tool, not looked at
 */
const tree = memoryTree({
  'plugins/x/package.json': {
    name: '@sightline/x',
    dependencies: { good: '1', nested: '1' },
    devDependencies: { dev: '1' },
  },
  'node_modules/good/package.json': {
    version: '1.0.0',
    license: 'MIT',
    dependencies: { nested: '2' },
  },
  'node_modules/good/node_modules/nested/package.json': {
    version: '2.0.0',
    license: 'GPL-3.0-only',
  },
  'node_modules/nested/package.json': {
    version: '1.0.0',
    licenses: [{ type: 'MIT' }],
  },
  'node_modules/dev/package.json': { version: '1.0.0', license: 'GPL-3.0' },
});

describe('licences', () => {
  it('fails a copyleft package however deep it is, and says who brings it', () => {
    expect(judgeLicences(tree, {}).problems).toEqual([
      expect.stringContaining(
        "nested@2.0.0 is under 'GPL-3.0-only' (through plugins/x → good)",
      ),
    ]);
  });

  it('passes an exception, for the version that was read', () => {
    expect(judgeLicences(tree, { 'nested@2.0.0': 'ours' }).problems).toEqual(
      [],
    );
    expect(judgeLicences(tree, { 'nested@1.9.0': 'ours' }).problems).toEqual([
      expect.stringContaining('nested@2.0.0 is under'),
      "EXCEPTIONS names 'nested@1.9.0', which is not installed any more.",
    ]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0', false],
    ['LGPL-3.0+', false],
    ['', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('reads %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
