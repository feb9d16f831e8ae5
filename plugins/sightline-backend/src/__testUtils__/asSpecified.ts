import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { spec } from '../schema/openapi/generated';

type Json = any;

/** What the document does not mention must not be answered. */
const closed = (node: Json): Json => {
  if (Array.isArray(node)) {
    return node.map(closed);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, closed(value)]),
  );
  return inner.type === 'object' && inner.properties
    ? { additionalProperties: false, ...inner }
    : inner;
};

const documentWith = (change: (document: Json) => void): Json => {
  const document = closed(spec);
  change(document);
  return document;
};

const documents = {
  whole: documentWith(() => {}),
  // With `fields`, rows carry only those: the document says so in words.
  sparse: documentWith(({ components }) => {
    components.schemas.ServiceRow.required = ['ref'];
  }),
};

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
Object.entries(documents).forEach(([id, document]) =>
  ajv.addSchema(document, id),
);

const templateOf = (path: string) =>
  Object.keys(spec.paths).find(template =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );

const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

const schemaFor = (method: string, url: URL, status: number) => {
  const id = url.searchParams.has('fields') ? 'sparse' : 'whole';
  const template = templateOf(url.pathname);
  const responses: Json =
    template && (spec.paths as Json)[template][method.toLowerCase()]?.responses;
  if (!template || !responses) {
    return undefined;
  }
  const pointer = responses[status]
    ? `/paths/${escaped(template)}/${method.toLowerCase()}/responses/${status}`
    : '/components/responses/Error';
  return `${id}#${pointer}/content/${escaped('application/json')}/schema`;
};

/** Everything in which an answer departs from the OpenAPI document. */
export const departures = (
  asked: { method: string; url: string },
  answer: { status: number; body: unknown },
): unknown[] => {
  const url = new URL(asked.url, 'http://sightline');
  const pointer = schemaFor(asked.method, url, answer.status);
  if (!pointer) {
    return [`${asked.method} ${url.pathname} is not in the document`];
  }
  const validate: ValidateFunction = ajv.compile({ $ref: pointer });
  validate(answer.body);
  return validate.errors ?? [];
};
