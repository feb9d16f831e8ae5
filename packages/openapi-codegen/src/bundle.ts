import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

export type Operation = {
  operationId: string;
  summary?: string;
  parameters?: Array<Parameter | { $ref: string }>;
  requestBody?: unknown;
  responses: Record<string, unknown>;
};

export type Parameter = {
  name: string;
  in: 'query' | 'path' | 'header';
  explode?: boolean;
  schema: { type?: string };
};

export type Spec = {
  openapi: string;
  info: Record<string, unknown>;
  servers: unknown[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};

/**
 * Joins the root document with the parts it lists under `x-parts`. A name that
 * two parts define is a mistake, never a silent override.
 */
export const bundle = (rootFile: string): Spec => {
  const { 'x-parts': parts = [], ...root } = read(rootFile);
  const spec: Spec = { paths: {}, components: {}, ...root };

  for (const part of parts as string[]) {
    const { paths = {}, components = {} } = read(join(dirname(rootFile), part));
    addAll(spec.paths, paths, part);
    for (const [section, entries] of Object.entries(components)) {
      spec.components[section] ??= {};
      addAll(spec.components[section], entries as object, part);
    }
  }
  return spec;
};

const read = (file: string) => parse(readFileSync(file, 'utf8'));

const addAll = (
  target: Record<string, unknown>,
  more: object,
  part: string,
) => {
  for (const [name, value] of Object.entries(more)) {
    if (Object.hasOwn(target, name)) {
      throw new Error(`${part} defines '${name}', which another part has too`);
    }
    target[name] = value;
  }
};

/** Every operation with its method and path, in the order of the document. */
export const operationsOf = (spec: Spec) =>
  Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      parameters: (operation.parameters ?? []).map(parameter =>
        '$ref' in parameter ? resolve(spec, parameter.$ref) : parameter,
      ),
    })),
  );

const resolve = (spec: Spec, ref: string): Parameter => {
  const name = ref.replace('#/components/parameters/', '');
  const found = spec.components.parameters?.[name];
  if (!found) {
    throw new Error(`nothing is defined under ${ref}`);
  }
  return found as Parameter;
};
