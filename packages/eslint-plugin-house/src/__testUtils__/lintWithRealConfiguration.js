// Run by wiring.test.js in a Node of its own: ESLint's plugins do not load
// inside Jest's sandbox (axe-core looks for a document there).
const { join, resolve } = require('node:path');
const { ESLint } = require('eslint');

const root = resolve(__dirname, '../../../..');

async function rulesAndSettings(workspace) {
  const cwd = join(root, workspace);
  const eslint = new ESLint({ cwd });
  const config = await eslint.calculateConfigForFile(join(cwd, 'src/any.ts'));
  return {
    workspace: config.settings?.house?.workspace,
    rules: Object.keys(config.rules).filter(rule =>
      rule.startsWith('@sightline/house/'),
    ),
  };
}

async function brokenRules(text) {
  const cwd = join(root, 'plugins/sightline-backend');
  const [result] = await new ESLint({ cwd }).lintText(text, {
    filePath: join(cwd, 'src/platform/clock.ts'),
  });
  return result.messages.map(({ ruleId }) => ruleId);
}

async function main(workspaces) {
  const configs = {};
  for (const workspace of workspaces) {
    configs[workspace] = await rulesAndSettings(workspace);
  }
  process.stdout.write(
    JSON.stringify({
      configs,
      forbiddenImport: await brokenRules(`import '../features/calls';\n`),
      untyped: await brokenRules('export const clock = (row: any) => row;\n'),
    }),
  );
}

main(process.argv.slice(2));
