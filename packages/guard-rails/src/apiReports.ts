import type { Check } from './Check.ts';
import type { Tree } from './Tree.ts';
import { runTool } from './tool.ts';
import { readWorkspaces } from './workspaces.ts';

/** SQL reports come along: their migrations run on a PostgreSQL inside the process. */
const FLAGS = [
  '--sql-reports',
  '--validate-release-tags',
  '--omit-messages',
  'ae-wrong-input-file-type,ae-undocumented',
  '--allow-warnings',
  'plugins/**',
];

const pluginsWithCode = (tree: Tree) =>
  readWorkspaces(tree)
    .map(({ path }) => path)
    .filter(path => path.startsWith('plugins/'))
    .filter(path => tree.has(`${path}/src/index.ts`));

/** Runs the extractor over all plugins; what it said when it failed. */
export function runApiReports(
  tree: Tree,
  options: { update: boolean },
): string | undefined {
  // The extractor reads declarations. Its own `--tsc` wants a yarn in PATH.
  const typeErrors = runTool(tree, 'typescript/bin/tsc', []);
  const failure = runTool(
    tree,
    '@backstage/repo-tools/bin/backstage-repo-tools',
    [
      'api-reports',
      ...FLAGS,
      ...(options.update ? [] : ['--ci']),
      ...pluginsWithCode(tree),
    ],
  );
  // Type errors elsewhere are not ours to report, unless they explain a failure.
  return (
    failure &&
    [typeErrors, failure]
      .filter(Boolean)
      .join('\n')
      // The extractor speaks of the script as Backstage's repository calls it.
      .replaceAll('yarn build:api-reports', 'yarn api-reports')
  );
}

/** The public API of every plugin is in its report.api.md, so that a review sees it change. */
export const checkApiReports: Check = tree => {
  const failure = runApiReports(tree, { update: false });
  return {
    problems: failure
      ? [
          failure,
          'A report is missing or does not tell the truth about the code. When the change is meant, run `yarn api-reports` and commit the reports with it.',
        ]
      : [],
    summary: `the reports of ${
      pluginsWithCode(tree).length
    } plugins say what the code says`,
  };
};
