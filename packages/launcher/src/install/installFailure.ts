import { stripVTControlCharacters } from 'node:util';
import { Advice } from '../Advice.ts';

const causes: { pattern: RegExp; sentence: string; wayOut: string }[] = [
  {
    pattern: /ENOSPC|no space left/i,
    sentence: 'There is no space left on the disk.',
    wayOut: 'The packages need about 3 GB: free some and run this again.',
  },
  {
    pattern: /YN0028|lockfile would have been (modified|created)/,
    sentence: 'yarn.lock does not fit the package.json files.',
    wayOut:
      'Run `node .toolchain/node_modules/@yarnpkg/cli-dist/bin/yarn.js install` and commit yarn.lock.',
  },
  {
    pattern: /certificate/i,
    sentence:
      'The package registry answers with a certificate nobody here trusts.',
    wayOut:
      'Set `npm config set cafile FILE` to the authority of your network and run this again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|RequestError|onCancel/,
    sentence: 'The package registry cannot be reached.',
    wayOut:
      'Check the network or proxy and run this again: it goes on from here.',
  },
];

/** Yarn tries every single package before it gives up on a registry; this many will do. */
export const ENOUGH_FAILED_REQUESTS = 5;

export function isFailedRequest(line: string): boolean {
  return /YN0001: .*(RequestError|getaddrinfo|ECONN|ENET|ETIMEDOUT)/.test(line);
}

/** The lines of Yarn's output that say what went wrong, without its decoration. */
export function lastMeaningfulLines(output: string, count = 8): string[] {
  return output
    .split('\n')
    .map(line => stripVTControlCharacters(line).trimEnd())
    .filter(line => line !== '')
    .filter(line => !/^\s+at /.test(line))
    .filter(
      line => !/YN0000|YN0002|YN0004|YN0060|YN0086|YN0028: │ [-+]/.test(line),
    )
    .slice(-count);
}

export function explainInstallFailure(output: string): Advice {
  const cause = causes.find(({ pattern }) => pattern.test(output));
  const said = lastMeaningfulLines(output)
    .map(line => `\n    ${line}`)
    .join('');
  return new Advice(
    `${
      cause?.sentence ?? 'The packages could not be installed.'
    } Yarn said:${said}`,
    `${cause?.wayOut ?? 'Run this again.'} All of it: .local/logs/install.log`,
  );
}
