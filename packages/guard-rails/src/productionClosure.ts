import type { Tree } from './Tree.ts';
import { isProduction, readWorkspaces } from './workspaces.ts';
import type { Manifest } from './workspaces.ts';

export type InstalledPackage = {
  name: string;
  version: string;
  licence: string;
  /** Who brings it, from a workspace of ours down. */
  chain: string[];
};

type PackageJson = Manifest & {
  version?: string;
  licenses?: Array<{ type?: string }>;
};

/** `license` as it should be, and in the ways of old packages. */
function licenceOf(manifest: PackageJson): string {
  const { licenses } = manifest;
  const license: unknown = manifest.license;
  if (Array.isArray(license)) {
    return license.join(' OR ');
  }
  if (typeof license === 'object' && license && 'type' in license) {
    return String(license.type);
  }
  if (Array.isArray(licenses)) {
    return licenses.map(({ type }) => type ?? '').join(' OR ');
  }
  return typeof license === 'string' ? license : '';
}

/** Where Node would find a package, seen from a folder: the nearest node_modules upwards. */
function locate(tree: Tree, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?[^/]*$/, '')) {
    const candidate = `${folder}${folder && '/'}node_modules/${name}`;
    if (tree.has(`${candidate}/package.json`)) {
      return candidate;
    }
    if (folder === '') {
      return undefined;
    }
  }
}

/** Backstage's layout lists it under `dependencies` of the app, yet it only builds. */
const BUILDS_ONLY = ['@backstage/cli'];

const namesOf = (manifest: Manifest) =>
  Object.keys({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    // A peer is in the product when somebody installed it; else it is not found.
    ...manifest.peerDependencies,
  }).filter(name => !BUILDS_ONLY.includes(name));

/** Everything that is installed because the portal, its backend or a plugin needs it to run. */
export function productionClosure(tree: Tree): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const queue = readWorkspaces(tree)
    .filter(isProduction)
    .map(({ path, manifest }) => ({ path, manifest, chain: [path] }));
  const ours = new Set(queue.map(({ manifest }) => manifest.name));

  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const name of namesOf(next.manifest)) {
      const path = ours.has(name) ? undefined : locate(tree, next.path, name);
      if (path && !found.has(path)) {
        const manifest = JSON.parse(
          tree.read(`${path}/package.json`),
        ) as PackageJson;
        const { chain } = next;
        found.set(path, {
          name,
          version: manifest.version ?? '?',
          licence: licenceOf(manifest),
          chain,
        });
        queue.push({ path, manifest, chain: [...chain, name] });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
