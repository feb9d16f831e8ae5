const { Linter } = require('eslint');
const parser = require('@typescript-eslint/parser');
const { rules } = require('..');

const linter = new Linter();
linter.defineParser('typescript', parser);
linter.defineRules(rules);

/**
 * What the house says about a line of code in a file, as messages.
 *
 * @param {string} file such as `plugins/sightline-common/src/index.ts`
 * @param {string} code
 */
function lint(file, code) {
  const [workspace] = file.match(/^(plugins|packages|examples)\/[^/]+|^[^/]+/);
  const messages = linter.verify(
    code,
    {
      parser: 'typescript',
      parserOptions: { sourceType: 'module', ecmaFeatures: { jsx: true } },
      settings: { house: { workspace, directory: `/repo/${workspace}` } },
      rules: Object.fromEntries(Object.keys(rules).map(r => [r, 'error'])),
    },
    { filename: `/repo/${file}` },
  );
  return messages.map(({ message }) => message);
}

module.exports = { lint };
