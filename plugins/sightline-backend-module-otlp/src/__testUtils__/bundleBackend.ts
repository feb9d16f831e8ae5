import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const packages = [
  'sightline-common',
  'sightline-node',
  'sightline-backend-module-otlp',
];
const nameOf = (folder: string) => `@sightline/backstage-plugin-${folder}`;
/** Of a package, what is published is made of this. */
const contents = ['package.json', 'src', 'config.d.ts', 'node_modules'];

const root = join(
  dirname(require.resolve('@backstage/cli/package.json')),
  '../../..',
);
const cli = (args: string[], cwd: string) =>
  execFileSync(
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), ...args],
    { cwd, stdio: 'pipe' },
  );

/**
 * Builds the packages and a backend that uses them as adopters do for their
 * image, and unpacks it. Inside the checkout, so that everything that is not
 * ours is found there; what is ours is found as it would be published.
 */
export const bundleBackend = () => {
  mkdirSync(join(root, '.local'), { recursive: true });
  const folder = mkdtempSync(join(root, '.local/bundled-'));
  const workspace = join(folder, 'workspace');
  const backend = join(workspace, 'packages/backend');
  packages.forEach(name => copyPackage(name, workspace));
  mkdirSync(join(backend, 'src'), { recursive: true });
  cpSync(require.resolve('./bundledBackend'), join(backend, 'src/index.ts'));
  writeJson(join(workspace, 'package.json'), {
    name: 'root',
    private: true,
    workspaces: ['packages/*', 'plugins/*'],
  });
  writeFileSync(join(workspace, 'yarn.lock'), '');
  writeJson(join(backend, 'package.json'), {
    name: 'backend',
    version: '0.0.0',
    main: 'dist/index.cjs.js',
    types: 'src/index.ts',
    backstage: { role: 'backend' },
    dependencies: Object.fromEntries(
      packages.map(name => [nameOf(name), 'workspace:^']),
    ),
    files: ['dist'],
  });
  cli(['package', 'build'], backend);

  const bundle = join(folder, 'bundle');
  mkdirSync(join(bundle, 'node_modules/@sightline'), { recursive: true });
  const archive = join(backend, 'dist/bundle.tar.gz');
  execFileSync('tar', ['xzf', archive, '-C', bundle]);
  packages.forEach(name =>
    symlinkSync(
      join(bundle, 'plugins', name),
      join(bundle, 'node_modules', nameOf(name)),
    ),
  );
  return {
    folder: bundle,
    main: join(bundle, 'packages/backend/dist/index.cjs.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const copyPackage = (name: string, workspace: string) => {
  const from = join(root, 'plugins', name);
  const to = join(workspace, 'plugins', name);
  mkdirSync(to, { recursive: true });
  contents
    .filter(content => existsSync(join(from, content)))
    .forEach(content =>
      cpSync(join(from, content), join(to, content), {
        recursive: true,
        verbatimSymlinks: true,
      }),
    );
};

const writeJson = (path: string, value: unknown) =>
  writeFileSync(path, JSON.stringify(value));
