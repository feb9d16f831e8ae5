const path = require('node:path');

/**
 * Where a file lives, in the words of docs/architecture.md:
 *
 *   plugins/sightline-backend/src/features/calls/engine/blastRadius.ts
 *   └── workspace ──────────┘     └ area ┘ └ feature    └ name
 *
 * @typedef {object} Place
 * @property {string} workspace such as `plugins/sightline-backend`
 * @property {string} path below `src`, without extension; '' when outside `src`
 * @property {string} area the first folder below `src`, or `root` for a file right there
 * @property {string | undefined} feature the word below `features/`
 * @property {boolean} engine lives in a folder called `engine`
 * @property {boolean} test a test, a fake, or a place only tests look at
 * @property {string} name the file's name without extension
 */

// An example sees what an author outside sees, the package's own index for one.
const TEST_FOLDERS = [
  '__testUtils__',
  '__mocks__',
  '__fixtures__',
  '__examples__',
];
const TEST_NAME = /\.(test|stories)$|^setupTests$/;

// `testUtils` right below src is the kit that sightline-node publishes for tests.
const TEST_KIT = 'testUtils';

/** @returns {Place} */
function placeOf({ workspace, fileInWorkspace }) {
  const extensionless = fileInWorkspace.replace(/\.[cm]?[jt]sx?$/, '');
  const words = extensionless.split('/');
  const inSource = words[0] === 'src';
  // `..` that ends in src itself means its index.
  const below = inSource ? words.slice(1) : words;
  if (below.length === 0) {
    below.push('index');
  }
  const folders = below.slice(0, -1);
  const name = below[below.length - 1];
  return {
    workspace,
    path: inSource ? below.join('/') : '',
    area: folders[0] ?? 'root',
    feature: below[0] === 'features' ? below[1] : undefined,
    engine: inSource && below.includes('engine'),
    test:
      !inSource ||
      below.some(word => TEST_FOLDERS.includes(word)) ||
      below[0] === TEST_KIT ||
      TEST_NAME.test(name),
    name,
  };
}

/** The place of the file that ESLint is looking at. */
function placeOfFile(context) {
  const { workspace = '', directory = '' } = context.settings.house ?? {};
  const file = path.relative(directory, context.filename);
  return placeOf({
    workspace,
    fileInWorkspace: file.split(path.sep).join('/'),
  });
}

/** `./engine/x` seen from a file: the place it names, or undefined outside the workspace. */
function placeOfRelativeImport(context, specifier) {
  const { workspace, directory } = context.settings.house;
  const target = path.resolve(path.dirname(context.filename), specifier);
  const file = path.relative(directory, target).split(path.sep).join('/');
  return file.startsWith('..')
    ? undefined
    : placeOf({ workspace, fileInWorkspace: file });
}

module.exports = { placeOfFile, placeOfRelativeImport };
