/**
 * A boundary looks at one import and answers with what to do instead, or with
 * undefined. The first that objects is reported.
 *
 * @typedef {(from: import('../places').Place, to: import('../importVisitor').Target) => string | undefined} Boundary
 * @type {Boundary[]}
 */
module.exports = [
  require('./tests'),
  require('./workspaces'),
  require('./engine'),
  require('./composition'),
  require('./features'),
  require('./backend'),
  require('./frontend'),
  require('./common'),
  require('./launcher'),
];
