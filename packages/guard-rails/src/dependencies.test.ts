import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkDependencies, explainedPackages } from './dependencies.ts';

const treeWith = (document: string) =>
  memoryTree({
    'plugins/x/package.json': {
      name: '@sightline/x',
      dependencies: { zod: '^4.0.0', '@sightline/y': 'workspace:^' },
      peerDependencies: { react: '^18' },
      devDependencies: { jest: '*' },
    },
    'packages/tool/package.json': {
      name: '@sightline/tool',
      dependencies: { prettier: '^2' },
    },
    'docs/dependencies.md': document,
  });

describe('dependencies', () => {
  it('fails a dependency without a reason and a reason without a dependency', () => {
    const tree = treeWith('| `zod` | checks |\n| `left-pad` | pads |');
    expect(checkDependencies(tree).problems).toEqual([
      expect.stringContaining("plugins/x depends on 'react'"),
      expect.stringContaining("explains 'left-pad', which nothing depends on"),
    ]);
  });

  it('passes when each has its line; tools of ours need none', () => {
    const tree = treeWith('| `zod`, `react` | because |');
    expect(checkDependencies(tree).problems).toEqual([]);
  });

  it('fails all when the document is not there', () => {
    const { files, ...tree } = treeWith('');
    expect(
      checkDependencies({ ...tree, files, has: () => false }).problems,
    ).toHaveLength(2);
  });

  it('reads the first cell, and only of rows that say something', () => {
    expect(
      explainedPackages('| `a` | uses `b` |\n| `c` | |\n`d` | e\n| f | g |'),
    ).toEqual(['a']);
  });
});
