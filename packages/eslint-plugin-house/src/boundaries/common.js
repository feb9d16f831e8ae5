const COMMON = 'plugins/sightline-common';

/** Both halves and every source import it, so it runs in a browser and in Node, and does nothing by itself. */
const ALLOWED = [
  '@backstage/catalog-model',
  '@backstage/errors',
  '@backstage/plugin-permission-common',
  '@backstage/types',
  'zod',
];

/** @type {import('.').Boundary} */
module.exports = (from, to) => {
  if (from.workspace !== COMMON) {
    return undefined;
  }
  if (to.builtin) {
    return `'${to.specifier}' is Node's, and sightline-common also runs in a browser: put it in sightline-node or sightline-backend.`;
  }
  if (to.package && !ALLOWED.includes(to.package)) {
    return `sightline-common has no IO, no React and few dependencies, and '${to.package}' is not on its list: put this code in the package that needs it. If the library is pure, add it to ALLOWED in packages/eslint-plugin-house/src/boundaries/common.js.`;
  }
  return undefined;
};
