import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  AliasKind,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskedService,
  IndicatorSource,
  ObjectiveProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import {
  mkdtemp,
  mkdir,
  realpath,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createObjectiveBook } from '../createObjectiveBook';
import { Discovered } from '../ObjectiveBook';
import { readSloConfig } from '../readSloConfig';

export const START = Date.UTC(2026, 10, 21, 2);

/** A folder of its own, in which files change without anybody waiting for the clock of the disk. */
export const tempFolder = async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'sightline-slo-')));
  let edits = 0;
  return {
    root,
    async write(path: string, text: string) {
      edits += 1;
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      await utimes(join(root, path), edits, edits);
    },
    remove: (path: string) => rm(join(root, path), { recursive: true }),
  };
};

/** Addresses that answer like a host of repositories does: with an etag. */
export const fakeUrls = () => {
  const files = new Map<string, string>();
  const asked: string[] = [];
  let away: Error | undefined;
  return {
    files,
    asked,
    fail: (error: Error | undefined) => {
      away = error;
    },
    reader: {
      readUrl: async (url: string, { etag }: { etag?: string } = {}) => {
        asked.push(url);
        if (away) throw away;
        const text = files.get(url);
        if (text === undefined) throw new NotFoundError(url);
        if (etag === text) throw new NotModifiedError();
        return { buffer: async () => Buffer.from(text), etag: text };
      },
    },
  };
};

export const asked = (
  name: string,
  annotations: Record<string, string> = {},
  names: string[] = [],
): AskedService => ({
  ref: `component:default/${name}`,
  ...{ name, namespace: 'default', annotations },
  names: names.map(outside => ({
    ...{ kind: 'otel' as AliasKind, name: outside, namespace: '' },
  })),
});

type Measurer = Pick<IndicatorSource, 'id' | 'measures'>;

export const calls: Measurer = {
  id: 'calls',
  measures: ({ by }) => by === 'calls',
};

export const prometheus: Measurer = {
  id: 'prometheus:main',
  measures: ({ by }) => by !== 'calls',
};

/** The real book over a real database and real files. */
export const bookWorld = (
  database: Knex,
  options: {
    slo?: JsonObject;
    catalogFile?: string;
    urls?: ReturnType<typeof fakeUrls>;
    measurers?: Measurer[];
    providers?: ObjectiveProvider[];
    names?: Record<string, ServiceRef>;
  } = {},
) => {
  let now = START;
  const locations = options.catalogFile
    ? [{ type: 'file', target: options.catalogFile }]
    : [];
  const rootConfig = new ConfigReader({
    catalog: { locations },
    sightline: { slo: options.slo ?? {} },
    integrations: { github: [{ host: 'github.com' }] },
  });
  const services = new Map<string, AskedService>();
  async function* pages() {
    yield [...services.values()].slice(0, 1);
    yield [...services.values()].slice(1);
  }
  const build = () =>
    createObjectiveBook({
      ...{ database, rootConfig, clock: () => now },
      config: readSloConfig(rootConfig),
      logger: mockServices.logger.mock(),
      urlReader: options.urls?.reader ?? fakeUrls().reader,
      resolve: async names => names.map(({ name }) => options.names?.[name]),
      measurers: options.measurers ?? [prometheus, calls],
      providers: options.providers ?? [],
    });
  let book = build();
  return {
    book: () => book,
    /** as after a restart: nothing is left but the database and the files */
    restart: () => {
      book = build();
    },
    pass: (millis: number) => {
      now += millis;
    },
    services: (...all: AskedService[]) => {
      services.clear();
      all.forEach(service => services.set(service.ref, service));
    },
    refresh: (signal = new AbortController().signal) =>
      book.refresh(pages(), signal),
    read: (discovered: Discovered = new Map()) =>
      book.read(pages(), discovered),
    /** one line an objective, and one a problem */
    summary: async (discovered: Discovered = new Map()) => {
      const { objectives, problems } = await book.read(pages(), discovered);
      return {
        objectives: objectives.map(
          ({ id, target, origin, measuredBy, outdated }) =>
            `${id} ${target} by ${origin.kind}, ${measuredBy}${
              outdated ? ', outdated' : ''
            }`,
        ),
        problems: problems.map(
          ({ where, line, words }) => `${where}:${line ?? '-'} ${words}`,
        ),
      };
    },
  };
};
