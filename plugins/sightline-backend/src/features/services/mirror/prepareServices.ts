import { Service, toIso } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { DeclaredService } from '../engine/DeclaredService';
import {
  identityOf,
  serviceRecord,
  ServiceRecord,
} from '../engine/serviceRecord';
import { toDependencies, toService } from '../engine/toService';
import { readSearchExtras } from '../searchExtras';
import { readLookups } from './lookups';

/** One row of `services_declared`. */
export type DeclaredRow = {
  ref: string;
  declared: string;
  service: string;
  dependencies: string;
  identity: string;
  stale: boolean;
};

/** Everything written about one service. */
export type PreparedService = {
  service: Service;
  dependencies: { target: string; relation: string }[];
  declaredRow: DeclaredRow;
  record: ServiceRecord;
};

/** Makes rows from what the catalog says and what it refers to. */
export const prepareServices = async (
  trx: Knex.Transaction,
  declared: readonly DeclaredService[],
  now: number,
): Promise<PreparedService[]> => {
  const lookups = await readLookups(trx, declared);
  const extras = await readSearchExtras(
    trx,
    declared.map(item => item.ref),
  );
  return declared.map(item => {
    const service = toService(item, lookups);
    const dependencies = toDependencies(item, lookups);
    return {
      service,
      dependencies: dependencies.map(({ ref, relation }) => ({
        target: ref,
        relation,
      })),
      declaredRow: {
        ref: item.ref,
        declared: JSON.stringify(item),
        service: JSON.stringify(service),
        dependencies: JSON.stringify(dependencies),
        identity: JSON.stringify(identityOf(item, service)),
        stale: false,
      },
      record: serviceRecord({
        service,
        etag: item.etag,
        extras: extras(item.ref),
        updated: toIso(now),
        observedAt: now,
      }),
    };
  });
};
