import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkApiReports } from './apiReports.ts';

const EXTRACTOR = '@backstage/repo-tools/bin/backstage-repo-tools';

describe('api-reports', () => {
  const root = mkdtempSync(join(tmpdir(), 'api-reports-'));
  afterAll(() => rmSync(root, { recursive: true }));

  /** A tool that is three lines long, in the place of the real one. */
  function install(tool: string, code: string) {
    const file = join(root, 'node_modules', tool);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  const tree = { ...memoryTree({}), root };

  it('says how to update when the extractor finds a report out of date', () => {
    install('typescript/bin/tsc', '');
    install(EXTRACTOR, "console.log('conflicting file'); process.exit(1);");
    expect(checkApiReports(tree).problems).toEqual([
      'conflicting file',
      expect.stringContaining('run `yarn api-reports` and commit the reports'),
    ]);
  });

  it('passes when the extractor does', () => {
    install('typescript/bin/tsc', '');
    install(EXTRACTOR, "process.exit(process.argv.includes('--ci') ? 0 : 1);");
    expect(checkApiReports(tree).problems).toEqual([]);
  });
});
