import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Workspace = { folder: string; role: string | undefined };

function expand(root: string, pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent)).map(name => `${parent}/${name}`);
}

/** The workspaces of the checkout, with the role that Backstage's CLI knows them by. */
export function listWorkspaces(root: string): Workspace[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (manifest.workspaces as string[])
    .flatMap(pattern => expand(root, pattern))
    .filter(folder => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map(folder => {
      const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
      return { folder, role: JSON.parse(text).backstage?.role };
    });
}
