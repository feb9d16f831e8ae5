const steps: Record<string, string> = {
  'Resolution step': 'checking the lock file',
  'Post-resolution validation': 'checking the lock file',
  'Fetch step': 'fetching packages',
  'Link step': 'linking packages',
};

/**
 * The phase that begins with this line of `yarn install`, if one does:
 *   ➤ YN0000: ┌ Fetch step
 */
export function readYarnLine(line: string): string | undefined {
  const begun = /YN0000: ┌ (.+?)\s*$/.exec(line);
  return begun ? steps[begun[1]] ?? begun[1] : undefined;
}
