import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { annotations } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import {
  createDocumentStore,
  KeptDocument,
} from '../../../platform/documents/DocumentStore';
import { createLocalFiles } from '../../../platform/documents/localFiles';
import { placesOf } from '../../../platform/documents/placesOf';
import { createRemoteFiles } from '../../../platform/documents/remoteFiles';
import { TargetsContext } from '../../../platform/documents/targets';
import { createTextShelf } from '../../../platform/documents/textShelf';
import { OnCallConfig } from '../OnCallConfig';
import { People } from '../people/People';
import {
  createRotationDocuments,
  KeptText,
} from './documents/createRotationDocuments';
import { InForce, rotationsInForce } from './engine/rotationsInForce';
import { createRotationStore } from './versions/RotationStore';

export type RotationBookOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  /** the root configuration: where the catalog's files and integrations are */
  rootConfig: Config;
  config: OnCallConfig;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
};

const foldersKey = 'sightline.oncall.rotations.folders';

/** Rotations in YAML: read from files, kept with all their editions. */
export const createRotationBook = (options: RotationBookOptions) => {
  const { database, clock, logger, rootConfig, config, urlReader } = options;
  const { folders, atMost, remoteEvery } = config;
  const places: TargetsContext = {
    ...{ annotation: annotations.rotation, entity: 'group', foldersKey },
    ...placesOf({ rootConfig, folders }),
  };
  const table = 'oncall_document' as const;
  const store = createDocumentStore({ database, clock, table });
  const shelf = createTextShelf({
    readers: {
      local: createLocalFiles(places),
      remote: createRemoteFiles(urlReader),
    },
    ...{ clock, remoteEvery },
  });
  const documents = createRotationDocuments({
    ...{ ...places, store, shelf, folders, atMost, logger },
  });
  const editions = createRotationStore({ database, clock });

  let read: { from: KeptDocument[]; found: InForce } | undefined;

  /** Looked through once: documents change when somebody edits a file. */
  const inForce = async (): Promise<InForce> => {
    const from = await store.all();
    if (read?.from === from) return read.found;
    const files = from.filter(({ kind }) => kind === 'file');
    const found = rotationsInForce(
      files.map(({ place, address, kept }) => {
        const { rotations, teams } = kept as KeptText;
        return { place, address, rotations, ...(teams && { teams }) };
      }),
    );
    read = { from, found };
    return found;
  };

  return {
    /** reads files anew, and keeps what is in force from now on */
    async refresh(people: People, signal: AbortSignal): Promise<void> {
      if (!(await documents.refresh(people, signal))) return;
      const { rotations } = await inForce();
      await editions.accept(
        rotations.map(({ rotation, place, url }) => ({
          ...{ rotation, place },
          ...(url !== undefined && { url }),
        })),
      );
    },
    inForce,
    /** what cannot be read, and what is passed over */
    async problems(): Promise<{ place: string; words: string }[]> {
      const { leftOut } = await inForce();
      const said = (await store.all()).flatMap(({ place, kept }) =>
        (kept as KeptText).problems.map(({ line, words }) => ({
          ...{ place, words: `line ${line}: ${words}` },
        })),
      );
      return [...said, ...leftOut];
    },
    editions: () => editions.all(),
    forget: () => editions.forget(),
  };
};

export type RotationBook = ReturnType<typeof createRotationBook>;
