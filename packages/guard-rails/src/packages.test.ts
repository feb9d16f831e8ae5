import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkPackages } from './packages.ts';

const manifest = {
  name: '@sightline/x',
  license: 'Apache-2.0',
  description: 'Something',
  backstage: { role: 'node-library' },
};
const house =
  "module.exports = require('@sightline/eslint-plugin-house/config')(__dirname);";

describe('packages', () => {
  it('fails a package as the generator leaves it', () => {
    const tree = memoryTree({
      'plugins/x/package.json': { name: '@sightline/x' },
      'plugins/x/.eslintrc.js':
        "module.exports = require('@backstage/cli/config/eslint-factory')(__dirname);",
    });
    expect(checkPackages(tree).problems).toEqual([
      `plugins/x/.eslintrc.js does not use the house rules. Write:\n  ${house}`,
      expect.stringContaining('"license"'),
      expect.stringContaining('"description"'),
      expect.stringContaining('"backstage.role"'),
    ]);
  });

  it('wants .eslintrc.cjs where .js would be an ES module', () => {
    const esm = { ...manifest, type: 'module' };
    const tree = memoryTree({
      'bench/package.json': esm,
      'bench/.eslintrc.cjs': house,
      'e2e/package.json': esm,
      'e2e/.eslintrc.js': house,
    });
    expect(checkPackages(tree).problems).toEqual([
      expect.stringMatching(/^e2e\/\.eslintrc\.cjs does not/),
    ]);
  });

  it('passes a package with everything', () => {
    const tree = memoryTree({
      'plugins/x/package.json': manifest,
      'plugins/x/.eslintrc.js': house,
    });
    expect(checkPackages(tree).problems).toEqual([]);
  });
});
