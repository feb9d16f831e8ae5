import type { Check } from './Check.ts';
import { runTool } from './tool.ts';

const CONFIG = 'knip.jsonc';

/** Lines of `ignore…` lists that have no `// reason` on them or right above. */
export function ignoresWithoutReason(config: string): string[] {
  const lines = config.split('\n');
  let inIgnore = false;
  return lines.filter((line, index) => {
    const code = line.replace(/\/\/.*$/, '');
    const opens = /"ignore\w*"\s*:/.test(code);
    inIgnore = inIgnore || opens;
    const names = /"[^"]+"\s*,?\s*(\]|\}|$)/.test(code) && inIgnore;
    const explained =
      line.includes('// ') || /^\s*\/\/ /.test(lines[index - 1] ?? '');
    if (inIgnore && /[\]}]/.test(code)) {
      inIgnore = false;
    }
    return names && !explained;
  });
}

/** knip: files, exports and dependencies that nothing uses. */
export const checkUnused: Check = tree => {
  const unexplained = ignoresWithoutReason(tree.read(CONFIG)).map(
    line => `${CONFIG} ignores ${line.trim()} and does not say why.`,
  );
  const failure = runTool(tree, 'knip/bin/knip.js', [
    '--config',
    CONFIG,
    '--no-progress',
  ]);
  return {
    problems: [
      ...unexplained,
      ...(failure
        ? [
            failure,
            `Delete what nothing uses, or add it to ${CONFIG} with the reason.`,
          ]
        : []),
    ],
    summary: 'nothing is unused, every exception has its reason',
  };
};
