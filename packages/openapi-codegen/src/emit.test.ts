import ts from 'typescript';
import { Spec } from './bundle';
import { emitClient, emitRouter } from './emit';

const spec: Spec = {
  openapi: '3.1.0',
  info: { title: 'port' },
  servers: [],
  components: {},
  paths: {
    '/ships': {
      get: {
        operationId: 'getShips',
        summary: 'All ships',
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
        responses: {},
      },
      post: { operationId: 'addShip', requestBody: {}, responses: {} },
    },
    '/ships/{port}/{id}': {
      delete: {
        operationId: 'sinkShip',
        parameters: [
          { name: 'port', in: 'path', schema: { type: 'string' } },
          { name: 'id', in: 'path', schema: { type: 'string' } },
        ],
        responses: {},
      },
    },
    '/tide': { get: { operationId: 'getTide', responses: {} } },
  },
};

const mistakesIn = (text: string) =>
  ts
    .transpileModule(text, { reportDiagnostics: true })
    .diagnostics?.map(({ messageText }) => messageText);

/** From its comment to its end. */
const methodIn = (text: string, comment: string) => {
  const from = text.indexOf(`  /** ${comment} */`);
  return text.slice(from, text.indexOf('\n  }\n', from) + 5);
};

describe('emitClient', () => {
  const client = emitClient(spec);

  it('writes TypeScript', () => {
    expect(mistakesIn(client)).toEqual([]);
  });

  it('asks a list with its query', () => {
    expect(methodIn(client, 'All ships')).toBe(`  /** All ships */
  async getShips(
    request: RequestOf<operations['getShips']>,
    options?: RequestOptions,
  ): Promise<TypedResponse<AnswerOf<operations['getShips']>>> {
    return this.ask(
      'GET',
      \`/ships\${queryOf(request.query)}\`,
      options,
    );
  }
`);
  });

  it('encodes what goes into the path', () => {
    expect(methodIn(client, 'sinkShip')).toBe(`  /** sinkShip */
  async sinkShip(
    request: RequestOf<operations['sinkShip']>,
    options?: RequestOptions,
  ): Promise<TypedResponse<AnswerOf<operations['sinkShip']>>> {
    return this.ask(
      'DELETE',
      \`/ships/\${encodeURIComponent(String(request.path.port))}/\${encodeURIComponent(String(request.path.id))}\`,
      options,
    );
  }
`);
  });

  it('sends a body, and takes no parameter it would not use', () => {
    expect(methodIn(client, 'addShip')).toContain(
      "'POST',\n      `/ships`,\n      options,\n      request.body,\n",
    );
    expect(methodIn(client, 'getTide')).toContain(
      "    _request: RequestOf<operations['getTide']>,\n",
    );
  });
});

describe('emitRouter', () => {
  const router = emitRouter(spec, '@port/common');

  it('writes TypeScript', () => {
    expect(mistakesIn(router)).toEqual([]);
  });

  it('types every route by its operation', () => {
    const map = router.slice(
      router.indexOf('export type EndpointMap'),
      router.indexOf('export const spec'),
    );
    expect(map).toBe(`export type EndpointMap = {
  '#get|/ships': Endpoint<operations['getShips']>;
  '#post|/ships': Endpoint<operations['addShip']>;
  '#_delete|/ships/{port}/{id}': Endpoint<operations['sinkShip']>;
  '#get|/tide': Endpoint<operations['getTide']>;
};

`);
  });

  it('carries the whole document, and takes the types from where they are', () => {
    const document = router.slice(
      router.indexOf('export const spec = ') + 'export const spec = '.length,
      router.indexOf(' as const;'),
    );
    expect(JSON.parse(document)).toEqual(spec);
    expect(router).toContain("import { operations } from '@port/common';");
  });
});
