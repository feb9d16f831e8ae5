import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, operationsOf } from './bundle';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openapi-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bundled = (files: Record<string, string>) => {
  Object.entries(files).forEach(([name, text]) =>
    writeFileSync(join(folder, name), text),
  );
  return bundle(join(folder, 'openapi.yaml'));
};

const root = `
openapi: 3.1.0
info: { title: port }
servers: [{ url: / }]
x-parts: [ships.yaml, shared.yaml]
`;

const ships = `
paths:
  /ships/{id}:
    get:
      operationId: getShip
      parameters:
        - $ref: '#/components/parameters/id'
        - { name: at, in: query, schema: { type: string } }
      responses: {}
    delete:
      operationId: sinkShip
      responses: {}
components:
  schemas:
    Ship: { type: object }
`;

const shared = `
components:
  parameters:
    id: { name: id, in: path, schema: { type: string } }
  schemas:
    Error: { type: object }
`;

describe('bundle', () => {
  it('joins the parts in their order and leaves no trace of them', () => {
    const spec = bundled({
      'openapi.yaml': root,
      'ships.yaml': ships,
      'shared.yaml': shared,
    });

    expect(Object.keys(spec)).toEqual([
      'paths',
      'components',
      'openapi',
      'info',
      'servers',
    ]);
    expect(Object.keys(spec.paths)).toEqual(['/ships/{id}']);
    expect(spec.components).toEqual({
      schemas: { Ship: { type: 'object' }, Error: { type: 'object' } },
      parameters: {
        id: { name: 'id', in: 'path', schema: { type: 'string' } },
      },
    });
  });

  it.each([
    [
      'a schema',
      'components: { schemas: { Ship: { type: string } } }',
      "shared.yaml defines 'Ship', which another part has too",
    ],
    [
      'a path',
      "paths: { '/ships/{id}': {} }",
      "shared.yaml defines '/ships/{id}', which another part has too",
    ],
  ])('refuses %s that two parts define', (_title, part, words) => {
    expect(() =>
      bundled({
        'openapi.yaml': root,
        'ships.yaml': ships,
        'shared.yaml': part,
      }),
    ).toThrow(words);
  });

  it('takes a name like one of every object for a name like any other', () => {
    const spec = bundled({
      'openapi.yaml': root,
      'ships.yaml':
        'components: { schemas: { constructor: { type: object } } }',
      'shared.yaml': shared,
    });
    expect(Object.keys(spec.components.schemas)).toEqual([
      'constructor',
      'Error',
    ]);
  });
});

describe('operationsOf', () => {
  it('lists every operation with its parameters in full', () => {
    const spec = bundled({
      'openapi.yaml': root,
      'ships.yaml': ships,
      'shared.yaml': shared,
    });

    expect(
      operationsOf(spec).map(({ path, method, operation, parameters }) => [
        path,
        method,
        operation.operationId,
        parameters,
      ]),
    ).toEqual([
      [
        '/ships/{id}',
        'get',
        'getShip',
        [
          { name: 'id', in: 'path', schema: { type: 'string' } },
          { name: 'at', in: 'query', schema: { type: 'string' } },
        ],
      ],
      ['/ships/{id}', 'delete', 'sinkShip', []],
    ]);
  });

  it('refuses a parameter that nothing defines', () => {
    const spec = bundled({
      'openapi.yaml': root,
      'ships.yaml': ships,
      'shared.yaml': 'components: {}',
    });
    expect(() => operationsOf(spec)).toThrow(
      'nothing is defined under #/components/parameters/id',
    );
  });
});
