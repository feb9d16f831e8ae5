import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { DeployRow } from './tables';

const day: Millis = 86_400_000;

/** Thirteen months: this month can be compared with the same one a year ago. */
export const deploysKeptFor: Millis = 396 * day;

/** One that is back within this time is the same: nobody deployed it. */
export const goneKeptFor: Millis = 30 * day;

/** Of one workload in one cluster: more than one a day, the whole time. */
export const deploysAtMost = 500;

/** Keeps the newest deploys of those that have just got another; says how many went. */
export const trimDeploys = async (
  trx: Knex.Transaction,
  deploys: readonly Pick<DeployRow, 'cluster' | 'named'>[],
): Promise<number> => {
  let gone = 0;
  for (const { cluster, named } of deploys) {
    const of = () => trx('workloads_deploy').where({ cluster, named });
    const beyond: { at: number | string; id: string } | undefined = await of()
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(deploysAtMost)
      .first('at', 'id');
    if (beyond) {
      gone += await of()
        .whereRaw('(at, id) <= (?, ?)', [beyond.at, beyond.id])
        .delete();
    }
  }
  return gone;
};

/** Forgets what is too old; every replica may, and finds nothing after another did. */
export const forgetOld = async (knex: Knex, now: Instant): Promise<void> => {
  await knex('workloads_deploy')
    .where('at', '<', now - deploysKeptFor)
    .delete();
  await knex('workloads_workload')
    .where('gone_at', '<', now - goneKeptFor)
    .delete();
};
