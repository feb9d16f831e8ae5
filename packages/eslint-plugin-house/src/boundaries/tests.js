/**
 * Backstage's configuration forbids `__testUtils__` by the way the import is
 * written, and so overlooks `./__testUtils__` itself and `import()`. This looks
 * at where the import leads.
 *
 * @type {import('.').Boundary}
 */
module.exports = (_from, to) => {
  const inOurs = to.place?.path !== '' && to.place?.test;
  const kit = /^@sightline\/.*\/testUtils$/.test(to.specifier);
  return inOurs || kit
    ? `'${to.specifier}' is for tests: fakes stay out of production code. Move what both need beside the code that owns it.`
    : undefined;
};
