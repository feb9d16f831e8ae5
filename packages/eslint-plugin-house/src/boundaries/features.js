/** The features that exist to join what the others saw, in sightline-backend. */
const JOINERS = ['scorecards', 'services'];

const isDoor = place =>
  place.path === `features/${place.feature}` ||
  place.path === `features/${place.feature}/index`;

/** @type {import('.').Boundary} */
module.exports = (from, to) => {
  const other = to.place?.feature;
  if (!from.feature || !other || other === from.feature) {
    return undefined;
  }
  const isBackend = from.workspace === 'plugins/sightline-backend';
  if (isBackend && !JOINERS.includes(from.feature)) {
    return `'${from.feature}' looks at '${other}', and only ${JOINERS.join(
      ' and ',
    )} join features: do the join there, or move the shared model to sightline-common.`;
  }
  return isDoor(to.place)
    ? undefined
    : `'${to.specifier}' goes past the door of '${other}': import from features/${other}, and export there what others need.`;
};
