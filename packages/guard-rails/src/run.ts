import { checks } from './checks.ts';
import { root } from './root.ts';
import { gitTree } from './Tree.ts';

function main(name: string | undefined): number {
  const check = name && Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (!check) {
    console.error(`Which guard? One of ${Object.keys(checks).join(', ')}`);
    return 1;
  }
  const { problems, summary } = check(gitTree(root));
  for (const problem of problems) {
    console.error(problem);
  }
  const verdict = problems.length ? `${problems.length} to mend` : summary;
  console.log(`${name}: ${verdict}`);
  return problems.length ? 1 : 0;
}

process.exitCode = main(process.argv[2]);
