import type { Check } from './Check.ts';
import { isProduction, readWorkspaces } from './workspaces.ts';

const DOCUMENT = 'docs/dependencies.md';
const OWN = /^(workspace|link|portal):/;

/** The packages in backticks in the first cell of every row of the document's tables that gives a reason. */
export function explainedPackages(markdown: string): string[] {
  return markdown
    .split('\n')
    .map(line => line.match(/^\|([^|]*`[^|]*)\|\s*[^|\s]/)?.[1] ?? '')
    .flatMap(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
}

/** Every direct production dependency has a line that says why, and every line has a dependency. */
export const checkDependencies: Check = tree => {
  const users = new Map<string, string>();
  for (const { path, manifest } of readWorkspaces(tree).filter(isProduction)) {
    const { dependencies, peerDependencies, optionalDependencies } = manifest;
    for (const [name, range] of Object.entries({
      ...optionalDependencies,
      ...peerDependencies,
      ...dependencies,
    })) {
      if (!OWN.test(range)) {
        users.set(name, path);
      }
    }
  }
  const explained = explainedPackages(
    tree.has(DOCUMENT) ? tree.read(DOCUMENT) : '',
  );
  const unexplained = [...users]
    .filter(([name]) => !explained.includes(name))
    .map(
      ([name, user]) =>
        `${user} depends on '${name}', and ${DOCUMENT} does not say why: add a line with what it replaces and why this one.`,
    );
  const stale = explained
    .filter(name => !users.has(name))
    .map(name => `${DOCUMENT} explains '${name}', which nothing depends on.`);
  return {
    problems: [...unexplained, ...stale],
    summary: `${users.size} direct dependencies, each with its reason in ${DOCUMENT}`,
  };
};
