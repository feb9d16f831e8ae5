import {
  Instant,
  LockStep,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import {
  DeployMoment,
  deploysAtLeast,
  lockStepsOf,
  releasesOf,
  together,
} from '../engine/lockStep';
import { BigNumber } from '../store/tables';
import { NamesOfServices } from './serviceNames';

/** What was usual longer ago need not be usual now. */
const lookedBack: Millis = 90 * 86_400_000;

/** Releases of one service that are compared, the newest ones. */
const releasesAtMost = 40;

/** Others that were often there at the same time; more than that is a crowd. */
const othersAtMost = 100;
const rowsAtMost = 5_000;

type Row = { named: string; at: BigNumber };

/** Who is deployed whenever a service is: asks only about the times when it was. */
export const readLockSteps = async (
  options: { database: Knex; names: NamesOfServices; now: Instant },
  service: ServiceRef,
): Promise<LockStep[]> => {
  const { database, names, now } = options;
  const begin = now - lookedBack;
  const rowsOf = (named: readonly string[]): Promise<Row[]> =>
    inChunks(named, 100, chunk =>
      database('workloads_deploy')
        .whereIn('named', chunk)
        .andWhere('at', '>=', begin)
        .orderBy('at', 'desc')
        .limit(rowsAtMost)
        .select('named', 'at'),
    );
  const own = (await names.of([service])).get(service) ?? [];
  const releases = releasesOf(
    (await rowsOf(own)).map(({ at }) => Number(at)),
  ).slice(-releasesAtMost);
  if (releases.length < deploysAtLeast) return [];

  const near: Row[] = await inChunks(releases, 10, times =>
    database('workloads_deploy')
      .where(either => {
        for (const at of times) {
          either.orWhereBetween('at', [at - together, at + together]);
        }
      })
      .limit(rowsAtMost)
      .select('named', 'at'),
  );
  const services = await names.servicesOf(near.map(({ named }) => named));
  const often = new Map<ServiceRef, Set<Instant>>();
  for (const { named, at } of near) {
    const ref = services.get(named);
    if (ref === undefined || ref === service) continue;
    const times = often.get(ref) ?? new Set();
    often.set(ref, times.add(Number(at)));
  }
  const others = [...often]
    .filter(([, times]) => times.size >= deploysAtLeast)
    .map(([ref]) => ref)
    .sort()
    .slice(0, othersAtMost);

  const namedOf = await names.of([service, ...others]);
  const moments: DeployMoment[] = [];
  for (const [ref, named] of namedOf) {
    for (const { at } of await rowsOf(named)) {
      moments.push({ service: ref, at: Number(at) });
    }
  }
  const first = releases[0] - together;
  return lockStepsOf(
    service,
    moments.filter(({ at }) => at >= first),
  );
};
