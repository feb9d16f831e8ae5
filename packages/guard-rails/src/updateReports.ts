// `yarn api-reports`: writes report.api.md and report.sql.md of every plugin.
import { runApiReports } from './apiReports.ts';
import { root } from './root.ts';
import { gitTree } from './Tree.ts';

const failure = runApiReports(gitTree(root), { update: true });
if (failure) {
  console.error(failure);
  process.exitCode = 1;
}
