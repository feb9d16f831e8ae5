import { relative } from 'node:path';
import type { Readiness } from './readiness.ts';

const town = `
  town      Harbour lives beside it: its last minutes are on the pages within one
            npm run town -- --incident payments-slow   lets something go wrong
            npm run town -- --help                     what else can
            npm start -- --no-town                     leaves it out`;

/** The last thing printed before the portal has the word. */
export function describePortal(options: {
  root: string;
  url: string;
  data: string;
  readiness: Readiness;
  town: boolean;
}): string {
  const { root, url, data, readiness } = options;
  const warning =
    readiness === 'empty'
      ? '\n  But no services have come from the catalog yet: see the log.'
      : '';
  return `
  Sightline is running:  ${url}${warning}

  sign in   as guest${options.town ? town : ''}
  data      ${relative(root, data)}
  log       .local/logs/portal.log
  stop      Ctrl-C

`;
}
