import type { Check } from './Check.ts';
import type { Tree } from './Tree.ts';
import { enumerate } from './text.ts';

/**
 * The words that may own a table: the features and the folders of the platform,
 * the intake, and for a module its own word.
 */
function ownersIn(tree: Tree, plugin: string): string[] {
  const folder = new RegExp(`^${plugin}/src/(?:features|platform)/([^/]+)/`);
  const words = tree.files.map(file => file.match(folder)?.[1]);
  const module = plugin.match(/-module-(.+)$/)?.[1];
  return [...new Set([...words, 'intake', module])].filter(
    word => word !== undefined,
  );
}

const tablesOf = (report: string) =>
  [...report.matchAll(/^## Table `([^`]+)`/gm)].map(([, table]) => table);

/** What a SQL report shows that must not be merged. */
export function problemsOfReport(
  file: string,
  report: string,
  owners: string[],
): string[] {
  const strangers = tablesOf(report).filter(
    table => !owners.some(word => table.startsWith(`${word}_`)),
  );
  const irreversible = report.match(/Failed to migrate down from '([^']+)'/);
  return [
    strangers.length > 0 &&
      `${file}: ${enumerate(
        strangers,
      )} must start with the word of the folder that owns it (${owners.join(
        '_, ',
      )}_).`,
    irreversible &&
      `${file}: migration ${irreversible[1]} does not go down again; write its \`down\`.`,
  ].filter(problem => typeof problem === 'string');
}

/** That a report is current is proved by `api-reports`; here is what it says. */
export const checkSqlReports: Check = tree => {
  const plugins = [
    ...new Set(
      tree.files
        .map(file => file.match(/^(plugins\/[^/]+)\/migrations\//)?.[1])
        .filter(plugin => plugin !== undefined),
    ),
  ];
  const problems = plugins.flatMap(plugin => {
    const file = `${plugin}/report.sql.md`;
    return tree.has(file)
      ? problemsOfReport(file, tree.read(file), ownersIn(tree, plugin))
      : [`${plugin} has migrations and no report.sql.md: yarn api-reports`];
  });
  return {
    problems,
    summary: plugins.length
      ? `${plugins.length} with tables, each named after the folder that owns it; migrations go back`
      : 'no plugin has migrations yet',
  };
};
