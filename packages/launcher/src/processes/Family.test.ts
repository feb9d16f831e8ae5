import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFamily, type Family } from './Family.ts';

const root = join(__dirname, '../../../..');

/** A child that writes its name down when it is told to stop; resolves when it listens. */
function spawnWriter(options: {
  family: Family;
  name: string;
  file: string;
  endsFirst?: boolean;
}): Promise<void> {
  const { family, name, file, endsFirst } = options;
  const script = `
    process.on('SIGTERM', () => {
      require('node:fs').appendFileSync(${JSON.stringify(file)}, '${name} ');
      process.exit();
    });
    console.log('listening');
    setInterval(() => {}, 1000);
  `;
  return new Promise(resolve =>
    family.spawn({
      command: ['-e', script],
      cwd: root,
      endsFirst,
      onLine: () => resolve(),
    }),
  );
}

it('stops those first who need the others to end well', async () => {
  const family = createFamily({ root });
  const file = join(mkdtempSync(join(tmpdir(), 'family-')), 'ends');
  await spawnWriter({ family, name: 'portal', file });
  await spawnWriter({ family, name: 'town', file, endsFirst: true });
  await family.stopAll();

  expect(readFileSync(file, 'utf8')).toBe('town portal ');
}, 30_000);
