/** What others import, with the sentence that documents it. */
const published: Record<string, string> = {
  components: 'The schemas of the API, by name.',
  operations: 'What each operation of the API takes and answers, by its id.',
};

const nameOf = (declaration: string) =>
  /^export (?:type|interface) ([\w$]+)/.exec(declaration)?.[1] ?? '';

/** Tags of JSDoc that TSDoc, which the API reports read, does not have. */
const asTsDoc = (text: string) =>
  text
    .replace(/^[ \t]*\/\*\* @enum \{\w+\} \*\/\n/gm, '')
    .replace(/^[ \t]*\* @enum \{\w+\}\n/gm, '')
    .replace(/@description /g, '');

/**
 * Schemas and operations as TypeScript. The paths are left out: they say the
 * operations once more, and would be one more thing to keep stable.
 *
 * @param declarations - what openapi-typescript declares, each with its `export`
 */
export const emitTypes = (declarations: string[]): string =>
  declarations
    .filter(declaration => Object.hasOwn(published, nameOf(declaration)))
    .map(
      declaration =>
        `/** ${published[nameOf(declaration)]} @public */\n${asTsDoc(
          declaration,
        )}`,
    )
    .join('\n');
