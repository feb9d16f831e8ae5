/** Files right below src that put the parts together; what else is there (routes, say) may be shared. */
const COMPOSITION = ['plugin', 'index', 'legacy', 'extensions', 'alpha'];

/** @type {import('.').Boundary} */
module.exports = (from, to) => {
  const isPart = from.path !== '' && from.area !== 'root';
  if (!isPart || !COMPOSITION.includes(to.place?.path)) {
    return undefined;
  }
  return to.place.path === 'index'
    ? `'${to.specifier}' is this package's door, for others to come in by: nothing looks back at it. Import from the file that owns it.`
    : `'${to.specifier}' puts the parts together and nothing looks back at it: take what you need as an argument, or move it to the folder that owns it.`;
};
