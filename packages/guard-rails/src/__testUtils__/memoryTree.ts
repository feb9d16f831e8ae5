import type { Tree } from '../Tree.ts';

/** A repository that is only in memory; values that are not text become JSON. */
export function memoryTree(contents: Record<string, unknown>): Tree {
  return {
    root: '/repo',
    files: Object.keys(contents)
      .filter(path => !path.startsWith('node_modules/'))
      .sort(),
    has: path =>
      path in contents ||
      Object.keys(contents).some(file => file.startsWith(`${path}/`)),
    read: path => {
      const content = contents[path];
      return typeof content === 'string' ? content : JSON.stringify(content);
    },
  };
}
