import { execFile } from 'node:child_process';

/** How Yarn's environment calls what npm calls otherwise. */
const names: Record<string, string> = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  'https-proxy': 'YARN_HTTPS_PROXY',
  proxy: 'YARN_HTTP_PROXY',
};

const NPM_DEFAULT_REGISTRY = 'https://registry.npmjs.org/';
const TIMEOUT_MS = 20_000;

/** Reads the lines of `npm config get a b c`: key=value, or key=null where nothing is set. */
export function toYarnEnvironment(npmSays: string): Record<string, string> {
  const found = npmSays.split('\n').flatMap(line => {
    const [, key, value] = /^([a-z-]+)=(.*)$/.exec(line.trim()) ?? [];
    const unset = !value || value === 'null' || value === 'undefined';
    if (unset || !names[key] || value === NPM_DEFAULT_REGISTRY) return [];
    return [[names[key], value]];
  });
  return Object.fromEntries(found);
}

/**
 * Behind a company's proxy or registry mirror, npm is the one that has been told. Yarn
 * reads none of npm's settings, so we hand them on; what Yarn has been told itself wins.
 */
export async function readNpmSettings(
  npm: string[] | undefined,
): Promise<Record<string, string>> {
  if (!npm) return {};
  const [command, ...args] = npm;
  const output = await new Promise<string>(resolve => {
    execFile(
      command,
      [...args, 'config', 'get', ...Object.keys(names)],
      { timeout: TIMEOUT_MS },
      (error, stdout) => resolve(error ? '' : stdout),
    );
  });
  return toYarnEnvironment(output);
}
