import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

type Fields = string[] | undefined;

/** What the catalog's `fields` does: keeps the named paths, drops all else. */
const project = (entity: Entity, fields: Fields): Entity => {
  if (!fields) {
    return entity;
  }
  const result: Record<string, any> = {};
  for (const field of fields) {
    const [head, ...rest] = field.split('.');
    const value = (entity as any)[head];
    if (rest.length === 0) {
      if (value !== undefined) result[head] = value;
    } else {
      const inner = rest.reduce((at, key) => at?.[key], value);
      if (inner !== undefined) {
        result[head] ??= {};
        let at = result[head];
        rest.slice(0, -1).forEach(key => {
          at[key] ??= {};
          at = at[key];
        });
        at[rest[rest.length - 1]] = inner;
      }
    }
  }
  return result as Entity;
};

const lower = (text: unknown) => String(text).toLocaleLowerCase('en-US');

const matches = (entity: Entity, filter: Record<string, any>) =>
  Object.entries(filter).every(([key, wanted]) => {
    const value = key === 'kind' ? entity.kind : entity.spec?.type;
    return [wanted].flat().map(lower).includes(lower(value));
  });

/** A catalog that behaves like CatalogService for what a mirror asks, in memory. */
export class FakeCatalog {
  readonly #entities = new Map<string, Entity>();
  #revision = 0;
  /** refs asked for in full, in order */
  readonly fetched: string[] = [];
  /** what to throw instead of answering */
  failure?: Error;

  put(...entities: Entity[]): this {
    for (const entity of entities) {
      this.#revision += 1;
      const etag = `etag-${this.#revision}`;
      this.#entities.set(stringifyEntityRef(entity), {
        ...entity,
        metadata: { ...entity.metadata, etag },
      });
    }
    return this;
  }

  remove(...refs: string[]): this {
    refs.forEach(ref => this.#entities.delete(ref));
    return this;
  }

  clear(): this {
    this.#entities.clear();
    return this;
  }

  service(): CatalogService {
    const fake = {
      streamEntities: (request: any) => this.#stream(request),
      getEntitiesByRefs: async (request: any) => this.#byRefs(request),
    };
    return fake as unknown as CatalogService;
  }

  async *#stream(request: any): AsyncGenerator<Entity[]> {
    const filters = [request.filter].flat();
    const chosen = [...this.#entities.values()].filter(entity =>
      filters.some(filter => matches(entity, filter)),
    );
    const size = request.pageSize ?? 500;
    for (let at = 0; at === 0 || at < chosen.length; at += size) {
      await Promise.resolve();
      this.#failIfAsked();
      yield chosen
        .slice(at, at + size)
        .map(entity => project(entity, request.fields));
    }
  }

  #byRefs({ entityRefs, fields }: { entityRefs: string[]; fields?: string[] }) {
    this.#failIfAsked();
    this.fetched.push(...entityRefs);
    const items = entityRefs.map(ref => {
      const entity = this.#entities.get(ref);
      return entity && project(entity, fields);
    });
    return { items };
  }

  #failIfAsked() {
    if (this.failure) {
      throw this.failure;
    }
  }
}
