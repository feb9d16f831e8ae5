import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow, fingerprint, stampFile } from './fingerprint.ts';

describe('fingerprint', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    mkdirSync(join(root, 'src', 'dist'), { recursive: true });
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
    writeFileSync(join(root, 'src', 'dist', 'b.ts'), 'b');
    writeFileSync(join(root, 'yarn.lock'), 'lock');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const files = ['src/a.ts', 'yarn.lock'];

  it('is the same for the same contents, in whatever order', () => {
    expect(fingerprint({ root, files })).toBe(
      fingerprint({ root, files: [...files].reverse() }),
    );
  });

  it('changes with a content, a name, a missing file and what else matters', () => {
    const all = [fingerprint({ root, files })];
    all.push(fingerprint({ root, files, also: ['v24'] }));
    all.push(fingerprint({ root, files: [...files, 'missing'] }));
    writeFileSync(join(root, 'src', 'a.ts'), 'A');
    all.push(fingerprint({ root, files }));
    expect(new Set(all).size).toBe(4);
  });

  it('covers the files below a folder without the skipped ones', () => {
    const skip = (name: string) => name === 'dist';
    expect(filesBelow({ root, folder: 'src', skip })).toEqual(['src/a.ts']);
  });

  it('a stamp matches only what was written last', () => {
    const stamp = stampFile(join(root, 'stamp'));
    expect(stamp.matches('1')).toBe(false);
    stamp.write('1');
    expect([stamp.matches('1'), stamp.matches('2')]).toEqual([true, false]);
    stamp.remove();
    expect(stamp.matches('1')).toBe(false);
  });
});
