import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  IndicatorSource,
  ObjectiveProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { dirname, resolve } from 'node:path';
import { Clock } from '../../../platform/clock';
import { createProviders } from './createProviders';
import { createDocuments } from './documents/createDocuments';
import { createDocumentStore } from './documents/DocumentStore';
import { createLocalFiles } from './documents/localFiles';
import { createRemoteFiles } from './documents/remoteFiles';
import { TargetsContext } from './documents/targets';
import { createTextShelf } from './documents/textShelf';
import { ObjectiveBook, ResolveNames } from './ObjectiveBook';
import { createPushedObjectives } from './pushed/createPushedObjectives';
import { createBookReader } from './createBookReader';
import { SloConfig } from './SloConfig';

export { unmeasured } from './engine/unmeasured';

export type ObjectiveBookOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  /** the root configuration: where the catalog's files and integrations are */
  rootConfig: Config;
  config: SloConfig;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  /** which service an outside system means by a name */
  resolve: ResolveNames;
  /** who can measure what, in the order in which they are asked */
  measurers: readonly Pick<IndicatorSource, 'id' | 'measures'>[];
  providers: readonly ObjectiveProvider[];
};

/** Objectives kept of one provider, and pushed ones in all. */
const MOST = 20_000;

/** Where the catalog itself reads files of this machine; nobody but the operator says so. */
const catalogFolders = (root: Config): string[] =>
  (root.getOptionalConfigArray('catalog.locations') ?? [])
    .filter(location => location.getOptionalString('type') === 'file')
    .flatMap(location => location.getOptionalString('target') ?? [])
    .map(target => dirname(resolve(target)));

const placesOf = ({
  rootConfig,
  config,
}: ObjectiveBookOptions): TargetsContext => {
  const integrations = ScmIntegrations.fromConfig(rootConfig);
  return {
    roots: [
      ...new Set([...config.openslo.folders, ...catalogFolders(rootConfig)]),
    ],
    resolveUrl: ({ url, base }) => integrations.resolveUrl({ url, base }),
  };
};

/** Wires the book by hand; everything it needs comes in as an argument. */
export const createObjectiveBook = (
  options: ObjectiveBookOptions,
): ObjectiveBook => {
  const { database, clock, logger, config, urlReader } = options;
  const { folders, remoteEvery } = config.openslo;
  const { atMost } = config;
  const places = placesOf(options);
  const store = createDocumentStore({ database, clock });
  const shelf = createTextShelf({
    readers: {
      local: createLocalFiles(places.roots),
      remote: createRemoteFiles(urlReader),
    },
    ...{ clock, remoteEvery },
  });
  const documents = createDocuments({
    ...places,
    ...{ store, shelf, folders, logger, atMost: atMost.documents },
  });
  const providers = createProviders({ ...options, store, atMost: MOST });
  const pushed = createPushedObjectives({
    ...{ database, clock },
    atMost: { perService: atMost.objectivesPerService, inAll: MOST },
  });
  return {
    pushed,
    async refresh(services, signal) {
      await documents.refresh(services, signal);
      await providers.refresh(signal);
    },
    read: createBookReader({ ...options, ...places, store, pushed }),
  };
};
