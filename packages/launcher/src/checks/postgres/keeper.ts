// A PostgreSQL cluster that lives as long as this process: `keeper.ts FOLDER PORT`.
// A process of its own, because it must go away even when the launcher is killed, and
// the database server itself cannot be taught to watch for that.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [folder, port] = process.argv.slice(2);

/** PostgreSQL refuses to run as root; then it runs as "nobody". */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!nobody) throw new Error('there is no user "nobody" to run it as');
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

const user = unprivileged();
const base = mkdtempSync(join(tmpdir(), 'sightline-postgres-'));
const data = join(base, 'data');
const removeAll = () => rmSync(base, { recursive: true, force: true });
if (user.uid !== undefined && user.gid !== undefined) {
  chownSync(base, user.uid, user.gid);
}

try {
  execFileSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'].concat([
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ]),
    { ...user, cwd: base, stdio: ['ignore', 'ignore', 'inherit'] },
  );
} catch (error) {
  removeAll();
  throw error;
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  // Nobody wants this data back after a crash.
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];
const server = spawn(
  join(folder, 'postgres'),
  ['-D', data, '-p', port, ...settings.flatMap(s => ['-c', s])],
  { ...user, cwd: base, stdio: ['ignore', 'inherit', 'inherit'] },
);
server.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  removeAll();
  process.exit(1);
});
server.on('exit', code => {
  removeAll();
  process.exit(code ?? 1);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  // To PostgreSQL, SIGINT means "disconnect everybody and end", SIGTERM "when all have left".
  process.on(signal, () => server.kill('SIGINT'));
}
