import { homedir } from 'node:os';
import type { Check } from './Check.ts';
import { isText } from './text.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A path as a text or a config would write it: not the middle of a URL or of a longer path. */
const path = (pattern: string) =>
  new RegExp(`(?<![\\w.:/*-])(?:file://)?${pattern}(?![\\w-])`, 'i');

const somebodysHome = path('/(?:home|users)/[a-z][\\w.-]*/[\\w.-]+');
// What npm asks when nobody says otherwise is the same for everybody; yarn.lock,
// which is looked at on its own, names not even that.
const registryUrl =
  /https?:\/\/(?!registry\.npmjs\.org\b)[\w.-]*(?:registry|artifactory|nexus|verdaccio|npmmirror)[\w.-]*/i;
const registrySetting =
  /^\s*(?:npmRegistryServer|npmAuthToken|registry|_authToken)\s*[:=]/m;

/**
 * The repository speaks of the product alone: nothing in it tells on which
 * machine, in whose folder or behind which registry it was written.
 */
export function traitsOfAMachine(root: string, home: string) {
  const own = [root, home].filter(folder => folder.length > 2);
  return (file: string, text: string): string[] => {
    const found: string[] = [];
    const report = (pattern: RegExp, what: string) => {
      const match = text.match(pattern);
      if (match) {
        found.push(`${file} names ${what}: ${match[0].trim()}`);
      }
    };
    for (const folder of own) {
      report(path(escaped(folder)), 'a folder of this machine');
    }
    report(somebodysHome, 'somebody’s home folder');
    report(registryUrl, 'a package registry');
    if (/(^|\/)(\.npmrc|\.yarnrc\.yml)$/.test(file)) {
      report(registrySetting, 'a package registry');
    }
    if (file === 'yarn.lock') {
      report(/^.*(?:__archiveUrl|https?:\/\/).*$/m, 'where a package was from');
    }
    return found;
  };
}

export const checkProductOnly: Check = tree => {
  const looked = tree.files
    .filter(isText)
    // The tests of this guard need something to find.
    .filter(file => !file.startsWith('packages/guard-rails/src/productOnly'));
  const traits = traitsOfAMachine(tree.root, homedir());
  return {
    problems: looked.flatMap(file => traits(file, tree.read(file))),
    summary: `${looked.length} files, no registry and no machine in them`,
  };
};
