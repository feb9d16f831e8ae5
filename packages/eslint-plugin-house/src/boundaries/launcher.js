/**
 * The launcher installs everything else, so nothing is installed when it runs.
 *
 * @type {import('.').Boundary}
 */
module.exports = (from, to) =>
  from.workspace === 'packages/launcher' && (to.package || to.outside)
    ? `'${to.specifier}' may not be installed yet when the launcher runs: use Node's built-ins, or start a script of another package once it is there.`
    : undefined;
