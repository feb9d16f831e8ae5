import {
  Dossier,
  Known,
  ServiceRef,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import { hashOf } from '../list/selection';
import { readState } from '../ServicesState';
import { DossierAssembler } from './DossierAssembler';
import { DossierReader, StoredDossier } from './DossierReader';

const MINUTE = 60_000;

/** A sweep that found nothing new has confirmed what the catalog says. */
const confirmed = <T>(part: Known<T>, sweptAt: number): Known<T> =>
  part.state === 'known' && (toInstant(part.evidence.observedAt) ?? 0) < sweptAt
    ? { ...part, evidence: { ...part.evidence, observedAt: toIso(sweptAt) } }
    : part;

/** The minute belongs to it for the same reason as in lists: ages must not stand still. */
const etagAt = (etag: string, sweptAt: number) =>
  `"${etag}-${Math.floor(sweptAt / MINUTE)}"`;

type Row = { ref: string; document: string; etag: string };

const toStored = (row: Row, sweptAt: number): StoredDossier => {
  const dossier: Dossier = JSON.parse(row.document);
  return {
    dossier: {
      ...dossier,
      service: confirmed(dossier.service, sweptAt),
      dependencies: confirmed(dossier.dependencies, sweptAt),
    },
    etag: etagAt(row.etag, sweptAt),
  };
};

export const createDossierReader = (options: {
  database: Knex;
  assembler: Pick<DossierAssembler, 'assembleNow'>;
}): DossierReader => {
  const { database, assembler } = options;

  const find = (refs: readonly string[]): Promise<Row[]> =>
    inChunks(refs, 200, chunk =>
      database('services_dossier')
        .whereIn('ref', chunk)
        .select('ref', 'document', 'etag'),
    );

  const findOrMake = async (ref: ServiceRef): Promise<Row | undefined> => {
    const [row] = await find([ref]);
    if (
      row ||
      !(await database('services_service').where({ ref }).first('ref'))
    ) {
      return row;
    }
    await assembler.assembleNow(ref);
    return (await find([ref]))[0];
  };

  const sweptAt = async () => (await readState(database)).sweptAt ?? 0;

  const read = async (ref: ServiceRef) => {
    const row = await findOrMake(ref);
    return row && toStored(row, await sweptAt());
  };

  return {
    read,
    async readMany(refs) {
      const at = await sweptAt();
      const rows = await find(refs);
      return new Map(
        rows.map(row => [row.ref as ServiceRef, toStored(row, at)]),
      );
    },
    async service(ref) {
      const stored = await read(ref);
      if (!stored) {
        return undefined;
      }
      const { service } = stored.dossier;
      const at =
        service.state === 'known'
          ? toInstant(service.evidence.observedAt) ?? 0
          : 0;
      const said = service.state === 'known' ? service.value : service;
      return { service, etag: etagAt(hashOf(said), at) };
    },
  };
};
