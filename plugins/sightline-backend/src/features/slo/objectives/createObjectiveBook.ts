import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { annotations } from '@sightline/backstage-plugin-sightline-common';
import {
  IndicatorSource,
  ObjectiveProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { createDocumentStore } from '../../../platform/documents/DocumentStore';
import { createLocalFiles } from '../../../platform/documents/localFiles';
import { placesOf } from '../../../platform/documents/placesOf';
import { createRemoteFiles } from '../../../platform/documents/remoteFiles';
import { TargetsContext } from '../../../platform/documents/targets';
import { createTextShelf } from '../../../platform/documents/textShelf';
import { createProviders } from './createProviders';
import { createDocuments } from './documents/createDocuments';
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

const foldersKey = 'sightline.slo.openslo.folders';

/** Wires the book by hand; everything it needs comes in as an argument. */
export const createObjectiveBook = (
  options: ObjectiveBookOptions,
): ObjectiveBook => {
  const { database, clock, logger, config, urlReader } = options;
  const { folders, remoteEvery } = config.openslo;
  const { atMost } = config;
  const { rootConfig } = options;
  const places: TargetsContext = {
    ...{ annotation: annotations.openslo, entity: 'service', foldersKey },
    ...placesOf({ rootConfig, folders }),
  };
  const table = 'slo_document' as const;
  const store = createDocumentStore({ database, clock, table });
  const shelf = createTextShelf({
    readers: {
      local: createLocalFiles(places),
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
