const { placeOfFile } = require('../places');

/** Calls that answer differently tomorrow, `object.method`; 'any' or only 'bare', without arguments. */
const IMPURE_CALLS = {
  'Date.now': 'any',
  'performance.now': 'any',
  'process.hrtime': 'any',
  'process.uptime': 'any',
  'Math.random': 'any',
  'crypto.randomUUID': 'any',
  'crypto.getRandomValues': 'any',
  'DateTime.now': 'any',
  'DateTime.local': 'bare',
  'DateTime.utc': 'bare',
};

const chance = /random/i;

/** Engines are pure: the same values and the same `now` give the same answer. */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Engines take the clock and chance as arguments' },
    schema: [],
    messages: {
      clock:
        '{{call}} reads the clock, and an engine has none: take `now: Date` as an argument and let the caller, who owns the clock, pass it.',
      chance:
        '{{call}} throws dice, and an engine is a pure function: take the random value (or a `random` function) as an argument.',
    },
  },
  create(context) {
    const from = placeOfFile(context);
    if (!from.engine || from.test) {
      return {};
    }
    const report = (node, call) =>
      context.report({
        node,
        messageId: chance.test(call) ? 'chance' : 'clock',
        data: { call },
      });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) {
          report(node, 'new Date()');
        }
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && callee.name === 'Date') {
          report(node, 'Date()');
        }
        const object = callee.object?.name;
        const call = `${object}.${callee.property?.name}`;
        const when = Object.hasOwn(IMPURE_CALLS, call) && IMPURE_CALLS[call];
        if (when === 'any' || (when === 'bare' && !node.arguments.length)) {
          report(node, `${call}()`);
        }
      },
    };
  },
};
