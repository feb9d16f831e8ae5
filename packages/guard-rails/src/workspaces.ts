import type { Tree } from './Tree.ts';

export type Manifest = {
  name: string;
  private?: boolean;
  description?: string;
  license?: string;
  type?: string;
  backstage?: { role?: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

export type Workspace = { path: string; manifest: Manifest };

/** Every package of ours below the root: a package.json that git knows. */
export function readWorkspaces(tree: Tree): Workspace[] {
  return tree.files
    .filter(
      file =>
        /^(packages|plugins)\/[^/]+\/package\.json$/.test(file) ||
        /^(bench|e2e|examples\/[^/]+)\/package\.json$/.test(file),
    )
    .map(file => ({
      path: file.slice(0, -'/package.json'.length),
      manifest: JSON.parse(tree.read(file)) as Manifest,
    }));
}

/** What a user of Sightline runs: the portal, its backend and the plugins. */
export const isProduction = ({ path }: Workspace) =>
  path.startsWith('plugins/') ||
  ['packages/app', 'packages/backend'].includes(path);
