import type { Check, Finding } from './Check.ts';
import { productionClosure } from './productionClosure.ts';
import type { InstalledPackage } from './productionClosure.ts';
import type { Tree } from './Tree.ts';

/** Licences that ask for no more than to be named. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/**
 * Packages that no list can judge, read by a person; per version, because the
 * next one may come under something else.
 */
const EXCEPTIONS: Record<string, string> = {
  '@isomorphic-git/pgp-plugin@0.0.7':
    'LGPL-3.0+, part of Backstage’s scaffolder: used as it is, as a module of its own that anybody can replace',
  'fast-shallow-equal@1.0.0': 'Unlicense, says its LICENSE file',
  'pause@0.0.1': 'MIT, says its Readme',
  'react-universal-interface@0.6.2': 'Unlicense, says its LICENSE file',
  'valid-url@1.0.9': 'MIT, word for word in its LICENSE file',
};

/** `(MIT OR GPL-3.0)` is fine, `MIT AND GPL-3.0` is not. */
export function isPermissive(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  return bare
    .split(/ OR /i)
    .some(choice =>
      choice
        .split(/ AND /i)
        .every(part => PERMISSIVE.includes(part.replace(/[()]/g, '').trim())),
    );
}

const idOf = ({ name, version }: InstalledPackage) => `${name}@${version}`;

export function judgeLicences(
  tree: Tree,
  exceptions: Record<string, string>,
): Finding {
  const packages = productionClosure(tree);
  const problems = packages
    .filter(({ licence }) => !isPermissive(licence))
    .filter(found => !Object.hasOwn(exceptions, idOf(found)))
    .map(
      ({ name, version, licence, chain }) =>
        `${name}@${version} is under '${
          licence || 'nothing it names'
        }' (through ${chain.join(
          ' → ',
        )}): replace it, or read its licence and add it to EXCEPTIONS in packages/guard-rails/src/licences.ts with the reason.`,
    );
  const installed = new Set(packages.map(idOf));
  const stale = Object.keys(exceptions)
    .filter(id => !installed.has(id))
    .map(id => `EXCEPTIONS names '${id}', which is not installed any more.`);
  return {
    problems: [...problems, ...stale],
    summary: `${
      packages.length
    } packages in production, all under permissive licences but for ${
      Object.keys(exceptions).length
    } with a reason`,
  };
}

export const checkLicences: Check = tree => judgeLicences(tree, EXCEPTIONS);
