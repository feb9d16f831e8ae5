// A launcher in small: it starts a stubborn child that starts one itself, prints their
// pids and waits. Run by nothingSurvives.test.ts in a real process.
import { createFamily } from '../Family.ts';
import { watchAncestors } from '../ancestors.ts';

const [root] = process.argv.slice(2);

const grandchild = 'process.on("SIGTERM", () => {}); for (;;) {}';
const child = `
  const { spawn } = require('node:child_process');
  const grandchild = spawn(process.execPath, ['-e', ${JSON.stringify(
    grandchild,
  )}]);
  process.on('SIGTERM', () => {});
  console.log(process.pid, grandchild.pid);
  setInterval(() => {}, 1000);
`;

const family = createFamily({ root });
family.spawn({
  command: ['-e', child],
  cwd: root,
  onLine: line => process.stdout.write(`${line}\n`),
});
watchAncestors({
  hopped: true,
  onGone: () => family.stopAll().then(() => process.exit(1)),
});
