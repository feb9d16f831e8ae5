const boundaries = require('../boundaries');
const { importVisitor } = require('../importVisitor');
const { placeOfFile } = require('../places');

/** Imports go one way: sources → features → readers → portal. */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports go the way of docs/architecture.md' },
    schema: [],
  },
  create(context) {
    const from = placeOfFile(context);
    // A test may look at whatever it wants to prove something about.
    if (from.test) {
      return {};
    }
    return importVisitor(context, (node, to) => {
      for (const boundary of boundaries) {
        const message = boundary(from, to);
        if (message) {
          context.report({ node, message });
          return;
        }
      }
    });
  },
};
