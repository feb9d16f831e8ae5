const FRONTEND = 'plugins/sightline';
const EXTENSION_FILE = /^(plugin|extensions|alpha)\b/;

const isExtensionFile = from =>
  EXTENSION_FILE.test(from.name) || from.path.split('/').includes('alpha');

/** @type {import('.').Boundary} */
module.exports = (from, to) => {
  if (from.workspace !== FRONTEND) {
    return undefined;
  }
  if (
    to.package === '@backstage/frontend-plugin-api' &&
    !isExtensionFile(from)
  ) {
    return `'${to.package}' works in the new frontend system alone, and this file is shared with ./legacy: import useApi, useRouteRef, createRouteRef and the like from '@backstage/core-plugin-api'. Blueprints belong in plugin.tsx or an extensions.tsx.`;
  }
  const where = to.place?.area === 'root' ? to.place.path : to.place?.area;
  if (from.area === 'ui' && where === 'features') {
    return `ui/ knows no feature, and this is '${to.specifier}': take values and callbacks as props.`;
  }
  if (from.area === 'api' && ['features', 'ui'].includes(where)) {
    return `api/ knows neither features nor pictures, and this is '${to.specifier}': models come from sightline-common.`;
  }
  return undefined;
};
