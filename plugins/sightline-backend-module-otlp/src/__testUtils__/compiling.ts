/** A worker or a process of its own needs what compiles TypeScript. */
export const compiling = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
];
