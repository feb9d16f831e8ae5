import { existsSync } from 'node:fs';
import { join } from 'node:path';

const file = (root: string) => join(root, 'examples/town/src/main.ts');

/** Whoever made this portal their own may have deleted the example. */
export const hasTown = (root: string): boolean => existsSync(file(root));

/** Arguments for Node, before those of the town. */
export const townScript = (root: string): string[] => [
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  file(root),
];

/** The traffic of Harbour, to the portal on this port. */
export const townCommand = (options: {
  root: string;
  port: number;
  data: string;
}): string[] => [
  ...townScript(options.root),
  '--endpoint',
  `http://127.0.0.1:${options.port}/api/sightline/otlp/v1/traces`,
  '--home',
  join(options.data, 'town'),
];
