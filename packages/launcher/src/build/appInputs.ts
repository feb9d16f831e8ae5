import { fingerprint, filesBelow } from '../fingerprint.ts';
import { listWorkspaces } from '../workspaces.ts';

/** Roles whose sources may end up in the browser. */
const BROWSER_ROLES = [
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
];

/** Never part of the bundle. */
function skip(name: string): boolean {
  return (
    /^(node_modules|dist|dist-types|coverage|dev|__testUtils__)$/.test(name) ||
    /\.test\.[jt]sx?$/.test(name)
  );
}

/** By content, not by date: a fresh clone or a changed branch gives new dates. */
export function fingerprintOfApp(root: string): string {
  const sources = listWorkspaces(root)
    .filter(({ role }) => role && BROWSER_ROLES.includes(role))
    .flatMap(({ folder }) => filesBelow({ root, folder, skip }));
  return fingerprint({
    root,
    files: ['yarn.lock', 'app-config.yaml', ...sources],
  });
}
