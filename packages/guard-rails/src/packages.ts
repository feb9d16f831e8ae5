import type { Check } from './Check.ts';
import type { Tree } from './Tree.ts';
import { readWorkspaces } from './workspaces.ts';
import type { Workspace } from './workspaces.ts';

const FACTORY =
  "module.exports = require('@sightline/eslint-plugin-house/config')(__dirname);";

function problemsOf(tree: Tree, { path, manifest }: Workspace): string[] {
  // In an ES module package, `.js` would be read as an ES module.
  const eslintrc = `${path}/.eslintrc.${
    manifest.type === 'module' ? 'cjs' : 'js'
  }`;
  const usesHouse =
    tree.has(eslintrc) &&
    /require\('(@sightline\/eslint-plugin-house|\.)\/config'\)/.test(
      tree.read(eslintrc),
    );
  return [
    !usesHouse &&
      `${eslintrc} does not use the house rules. Write:\n  ${FACTORY}`,
    manifest.license !== 'Apache-2.0' &&
      `${path}/package.json: "license" must be "Apache-2.0"`,
    !manifest.description &&
      !['packages/app', 'packages/backend'].includes(path) &&
      `${path}/package.json: "description" must say in one line what it is for`,
    !manifest.backstage?.role &&
      `${path}/package.json: "backstage.role" is missing, so lint and tests do not know how to treat it`,
  ].filter(problem => problem !== false);
}

/** What `yarn new` does not know about our packages. */
export const checkPackages: Check = tree => {
  const workspaces = readWorkspaces(tree);
  return {
    problems: workspaces.flatMap(workspace => problemsOf(tree, workspace)),
    summary: `${workspaces.length} packages with licence, role, description and the house's lint rules`,
  };
};
