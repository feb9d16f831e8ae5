import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps one folder for each major version, others have the programs in PATH. */
function candidates(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map(version => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
}

/** The folder with `initdb` and `postgres`: the server, not just its clients. */
export function findPostgres(folders = candidates()): string | undefined {
  const server = folders.find(
    folder =>
      existsSync(join(folder, 'initdb')) &&
      existsSync(join(folder, 'postgres')),
  );
  return server && dirname(join(server, 'postgres'));
}
