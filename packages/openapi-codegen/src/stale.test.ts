import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complain, findStale, writeAll } from './stale';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const files = {
  'a/types.ts': 'export type  A = 1',
  'a/index.ts': 'export * from "./types"',
};

describe('findStale', () => {
  it('finds files that are missing, and how they should be', async () => {
    expect(await findStale(root, files)).toEqual(
      new Map([
        ['a/types.ts', 'export type A = 1;\n'],
        ['a/index.ts', 'export * from "./types";\n'],
      ]),
    );
  });

  it('finds nothing right after they were written', async () => {
    writeAll(root, await findStale(root, files));

    expect(await findStale(root, files)).toEqual(new Map());
    expect(readFileSync(join(root, 'a/types.ts'), 'utf8')).toBe(
      'export type A = 1;\n',
    );
  });

  it('finds a file that somebody changed, and no other', async () => {
    writeAll(root, await findStale(root, files));
    writeFileSync(join(root, 'a/types.ts'), 'export type A = 2;\n');

    expect([...(await findStale(root, files)).keys()]).toEqual(['a/types.ts']);
  });
});

it('says which files are stale and what to do', () => {
  expect(complain(['a/types.ts', 'a/index.ts'])).toBe(
    'These no longer say what openapi.yaml says; run `yarn openapi`:\n  a/types.ts\n  a/index.ts',
  );
});
