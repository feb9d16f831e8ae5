const BACKEND = 'plugins/sightline-backend';

/**
 *   plugin.ts ──▶ features ──▶ platform
 *       └───────▶ intake ─────────▲
 *
 * A feature may hold what `intake/index.ts` shows; intake never names a feature.
 *
 * @type {import('.').Boundary}
 */
module.exports = (from, to) => {
  if (from.workspace !== BACKEND || !to.place) {
    return undefined;
  }
  const { area, path } = to.place;
  const where = area === 'root' ? path : area;
  if (from.area === 'platform' && ['features', 'intake'].includes(where)) {
    return `platform/ knows no feature and no intake, and this is '${to.specifier}': take an interface as an argument, and let plugin.ts pass the feature in.`;
  }
  if (from.area === 'intake' && where === 'features') {
    return `intake/ knows no feature, and this is '${to.specifier}': let the feature hand over a sink, in plugin.ts.`;
  }
  if (
    from.area === 'features' &&
    where === 'intake' &&
    !['intake', 'intake/index'].includes(path)
  ) {
    return `'${to.specifier}' goes past the door of intake/: import from intake, and export there what features need.`;
  }
  return undefined;
};
