import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const OWNER_ONLY = 0o600;

/** Backstage takes no other; a file that was cut off or emptied has none. */
const isUsable = (token: string) => /^\S{8,}$/.test(token);

function readToken(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  // Whoever made it readable for others, or copied it, may not have meant to.
  chmodSync(file, OWNER_ONLY);
  const token = readFileSync(file, 'utf8').trim();
  return isUsable(token) ? token : undefined;
}

/** Where the token of those who send traces is kept. */
export const senderTokenFile = (data: string): string =>
  join(data, 'sender-token');

/**
 * The token that lets senders of traces in (app-config.senders.yaml): made once, by
 * chance, and kept beside the databases, so that a Collector that was given it goes on
 * sending after a restart.
 */
export function keepSenderToken(data: string): string {
  const file = senderTokenFile(data);
  const known = readToken(file);
  if (known !== undefined) return known;
  const token = randomBytes(32).toString('base64url');
  mkdirSync(data, { recursive: true });
  writeFileSync(`${file}.new`, `${token}\n`, { mode: OWNER_ONLY });
  renameSync(`${file}.new`, file);
  return token;
}
