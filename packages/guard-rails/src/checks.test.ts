import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks.ts';
import { root } from './root.ts';

it('every check is a guard that the launcher runs, and the other way round', () => {
  // Read, not imported: the launcher must not be a dependency of what it starts.
  const launcher = join(root, 'packages/launcher/src/guards.ts');
  const registered = [
    ...readFileSync(launcher, 'utf8').matchAll(/guard\(\s*'([a-z-]+)'/g),
  ].map(([, name]) => name);
  expect(registered.sort()).toEqual(Object.keys(checks).sort());
});
