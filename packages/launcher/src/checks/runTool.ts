import { stripVTControlCharacters } from 'node:util';
import type { Launch } from '../Launch.ts';

export type ToolResult = { ok: boolean; lines: string[] };

/** Runs a script of node_modules (or of ours) from the root and keeps what it says. */
export async function runTool(options: {
  launch: Launch;
  command: string[];
  env?: Record<string, string>;
  onLine?: (line: string) => void;
}): Promise<ToolResult> {
  const { launch, command, env, onLine } = options;
  const lines: string[] = [];
  const tool = launch.family.spawn({
    command,
    cwd: launch.root,
    env: { ...process.env, ...env },
    onLine: coloured => {
      const line = stripVTControlCharacters(coloured);
      lines.push(line);
      onLine?.(line);
    },
  });
  const { code } = await tool.ended;
  return { ok: code === 0, lines };
}
