import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTEN = '0A';

/**
 * The inode of the socket that listens on this port, from the text of /proc/net/tcp:
 *   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode
 *    0: 0100007F:1B5F 00000000:0000 0A 00000000:00000000 00:00000000 00000000   0       0 41235
 */
export function findListeningInode(
  table: string,
  port: number,
): string | undefined {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  for (const line of table.split('\n').slice(1)) {
    const fields = line.trim().split(/\s+/);
    if (fields[1]?.split(':')[1] === wanted && fields[3] === LISTEN) {
      return fields[9];
    }
  }
  return undefined;
}

function readOr<T>(fallback: T, read: () => T): T {
  try {
    return read();
  } catch {
    return fallback; // gone meanwhile, or not ours to see
  }
}

function holdsSocket(pid: string, inode: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return readOr([], () => readdirSync(folder)).some(
    fd =>
      readOr('', () => readlinkSync(`${folder}/${fd}`)) === `socket:[${inode}]`,
  );
}

export type PortOwner = { pid: number; commandLine: string };

/** Who listens on the port, where the system tells us; other users' processes stay unknown. */
export function findPortOwner(port: number): PortOwner | undefined {
  const inode = ['/proc/net/tcp', '/proc/net/tcp6']
    .map(table => readOr('', () => readFileSync(table, 'utf8')))
    .map(table => findListeningInode(table, port))
    .find(found => found !== undefined);
  if (inode === undefined) return undefined;
  const pid = readOr([], () => readdirSync('/proc'))
    .filter(name => /^\d+$/.test(name))
    .find(name => holdsSocket(name, inode));
  if (pid === undefined) return undefined;
  const line = readOr('', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  return {
    pid: Number(pid),
    commandLine: line.split('\0').join(' ').trim(),
  };
}

const MAX_COMMAND_LENGTH = 100;

export function describePortOwner(owner: PortOwner | undefined): string {
  if (!owner) return 'another program';
  const { pid, commandLine } = owner;
  const short =
    commandLine.length > MAX_COMMAND_LENGTH
      ? `${commandLine.slice(0, MAX_COMMAND_LENGTH)}…`
      : commandLine;
  return `process ${pid} (${short})`;
}
