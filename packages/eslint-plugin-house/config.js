const { relative, resolve, sep } = require('node:path');
const backstageConfig = require('@backstage/cli/config/eslint-factory');
const { rules } = require('./src');

/**
 * A file tells its story from the top: what it exports first, the functions that
 * this stands on below. Using a `const` before its line in the same scope, which
 * fails at run time, stays an error.
 */
const STORY_FROM_THE_TOP = {
  '@typescript-eslint/no-use-before-define': [
    'error',
    { functions: false, variables: false, typedefs: false },
  ],
};

/** A row of a database, too, has a type; only fakes may pretend. */
const TYPED = { '@typescript-eslint/no-explicit-any': 'error' };
const FAKES = {
  files: ['**/*.test.ts', '**/*.test.tsx', '**/__testUtils__/**'],
  rules: { '@typescript-eslint/no-explicit-any': 'off' },
};

/** A contract test is exported, so that fake and real run the same one. */
const SHARED_TESTS = {
  files: ['**/testUtils/**', '**/__testUtils__/**'],
  rules: {
    'jest/no-export': 'off',
    'jest/valid-title': ['error', { ignoreTypeOfTestName: true }],
  },
};

const repositoryRoot = resolve(__dirname, '../..');

/**
 * What every package's .eslintrc.js returns: Backstage's configuration for the
 * package's role, and all house rules as errors. The rules find out by the
 * folder's name which of them apply, so a package has nothing to choose.
 *
 * @param {string} directory the package's folder, `__dirname`
 * @param {object} [extra] what Backstage's factory takes
 */
module.exports = function houseConfig(directory, extra = {}) {
  const workspace = relative(repositoryRoot, directory).split(sep).join('/');
  const house = Object.fromEntries(
    Object.keys(rules).map(name => [`@sightline/house/${name}`, 'error']),
  );
  return backstageConfig(directory, {
    ...extra,
    plugins: ['@sightline/house', ...(extra.plugins ?? [])],
    settings: { ...extra.settings, house: { workspace, directory } },
    overrides: [SHARED_TESTS, FAKES, ...(extra.overrides ?? [])],
    rules: { ...STORY_FROM_THE_TOP, ...TYPED, ...house, ...extra.rules },
  });
};
