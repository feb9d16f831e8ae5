/** Libraries that compute and do nothing else. Add one only when that is true of it. */
const PURE_PACKAGES = [
  '@backstage/catalog-model',
  '@backstage/errors',
  '@backstage/types',
  '@marcbachmann/cel-js',
  '@sightline/backstage-plugin-sightline-common',
  'ical.js',
  'lodash',
  'luxon',
  'yaml',
  'zod',
];
const PURE_FAMILIES = [/^graphology(-|$)/, /^d3-/, /^elkjs$/];
const PURE_BUILTINS = ['assert', 'buffer', 'util', 'path/posix'];

// Its contracts are data, and engines judge that data; its code is for sources.
const CONTRACTS = '@sightline/backstage-plugin-sightline-node';

const isPurePackage = name =>
  PURE_PACKAGES.includes(name) ||
  PURE_FAMILIES.some(family => family.test(name));

// A hash is a function of its input; the rest of node:crypto is chance or keys.
const isHash = to =>
  to.builtin === 'crypto' &&
  to.names.length > 0 &&
  to.names.every(name => name === 'createHash');

/**
 * Engines are pure, wherever they are: values and `now` in, a new value out.
 *
 * @type {import('.').Boundary}
 */
module.exports = (from, to) => {
  if (!from.engine) {
    return undefined;
  }
  if (to.place && !to.place.engine) {
    return `An engine sees engines only, not '${to.specifier}': take the value as an argument, and move a shared type into engine/ or sightline-common.`;
  }
  if (to.builtin && !PURE_BUILTINS.includes(to.builtin) && !isHash(to)) {
    return `'${to.specifier}' does IO or throws dice, and an engine is pure: read outside, in a store or reader, and pass the value in.`;
  }
  if (to.package === CONTRACTS) {
    return to.typeOnly
      ? undefined
      : `An engine sees the types of '${to.package}' alone: write \`import type\`, and take the rest as an argument.`;
  }
  if (to.package && !isPurePackage(to.package)) {
    return `'${to.package}' is not on the list of pure libraries for engines: do the IO in a store, reader or router and pass values in. If the library only computes, add it to PURE_PACKAGES in packages/eslint-plugin-house/src/boundaries/engine.js.`;
  }
  return undefined;
};
