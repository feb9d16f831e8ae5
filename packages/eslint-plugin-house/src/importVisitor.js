const { isBuiltin } = require('node:module');
const { placeOfRelativeImport } = require('./places');

/**
 * What an import names. Exactly one of `place`, `outside`, `builtin` and
 * `package` is set.
 *
 * @typedef {object} Target
 * @property {string} specifier as written
 * @property {string[]} names what is imported by name; empty for `import()` and `require`
 * @property {boolean} typeOnly nothing of it is left at run time
 * @property {import('./places').Place} [place] a file of this workspace
 * @property {true} [outside] a relative path that leaves this workspace
 * @property {string} [builtin] a module of Node, without `node:`
 * @property {string} [package] `@scope/name` or `name`
 */

function packageOf(specifier) {
  const words = specifier.split('/');
  return specifier.startsWith('@') ? words.slice(0, 2).join('/') : words[0];
}

/** @returns {Target} */
function targetOf(context, specifier, { names = [], typeOnly = false } = {}) {
  const written = { specifier, names, typeOnly };
  if (specifier.startsWith('.')) {
    const place = placeOfRelativeImport(context, specifier);
    return place ? { ...written, place } : { ...written, outside: true };
  }
  if (isBuiltin(specifier)) {
    return { ...written, builtin: specifier.replace(/^node:/, '') };
  }
  return { ...written, package: packageOf(specifier) };
}

/** What an `import` or `export … from` says besides where from. */
function detailsOf({ specifiers = [], importKind, exportKind }) {
  return {
    names: specifiers
      .map(specifier => (specifier.imported ?? specifier.local)?.name)
      .filter(Boolean),
    typeOnly: (importKind ?? exportKind) === 'type',
  };
}

/**
 * An ESLint visitor that calls `onImport(node, target)` for every way to import:
 * `import`, `export … from`, `import()`, `require()`, and `import('…')` types.
 */
function importVisitor(context, onImport) {
  const visit = (node, source, details) => {
    if (typeof source?.value === 'string') {
      onImport(node, targetOf(context, source.value, details));
    }
  };
  const withDetails = node => visit(node, node.source, detailsOf(node));
  return {
    ImportDeclaration: withDetails,
    ExportNamedDeclaration: withDetails,
    ExportAllDeclaration: withDetails,
    ImportExpression: node => visit(node, node.source),
    TSImportType: node => visit(node, node.source, { typeOnly: true }),
    TSExternalModuleReference: node => visit(node, node.expression),
    CallExpression: node => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
        visit(node, node.arguments[0]);
      }
    },
  };
}

module.exports = { importVisitor };
