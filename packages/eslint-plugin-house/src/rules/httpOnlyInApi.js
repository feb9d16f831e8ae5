const { importVisitor } = require('../importVisitor');
const { placeOfFile } = require('../places');

const HTTP_REFS = ['fetchApiRef', 'discoveryApiRef'];
const HTTP_CLASSES = ['XMLHttpRequest', 'EventSource', 'WebSocket'];
const GLOBAL_OBJECTS = ['window', 'globalThis', 'self'];

const isFetch = callee =>
  callee.name === 'fetch' ||
  (callee.property?.name === 'fetch' &&
    GLOBAL_OBJECTS.includes(callee.object?.name));

/** True when the file itself declares the name, so that it is not the browser's. */
function isDeclared(context, node, name) {
  let scope = context.sourceCode.getScope(node);
  while (scope) {
    if (scope.set.get(name)?.defs.length) {
      return true;
    }
    scope = scope.upper;
  }
  return false;
}

/** In the portal's plugin `api/` is the one place that talks HTTP. */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'Only api/ talks HTTP in plugins/sightline' },
    schema: [],
    messages: {
      call: '{{name}} outside api/: add a method to the client in src/api and reach it with useApi(sightlineApiRef), so that errors, staleness and permissions are treated in one place.',
      ref: '{{name}} outside api/: whoever holds it can talk HTTP. Make the API factory or ApiBlueprint in src/api (src/api/extensions.tsx) and import that.',
    },
  },
  create(context) {
    const from = placeOfFile(context);
    if (
      from.workspace !== 'plugins/sightline' ||
      from.test ||
      from.area === 'api'
    ) {
      return {};
    }
    const imports = importVisitor(context, (node, to) => {
      for (const name of to.names.filter(n => HTTP_REFS.includes(n))) {
        context.report({ node, messageId: 'ref', data: { name } });
      }
    });
    return {
      ...imports,
      CallExpression(node) {
        imports.CallExpression(node);
        if (isFetch(node.callee) && !isDeclared(context, node, 'fetch')) {
          context.report({ node, messageId: 'call', data: { name: 'fetch' } });
        }
      },
      NewExpression(node) {
        const { name } = node.callee;
        if (HTTP_CLASSES.includes(name) && !isDeclared(context, node, name)) {
          context.report({ node, messageId: 'call', data: { name } });
        }
      },
    };
  },
};
