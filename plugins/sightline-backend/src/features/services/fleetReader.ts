import {
  Service,
  ServiceRef,
  ServiceRow,
} from '@sightline/backstage-plugin-sightline-common';
import { AskedService } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { inChunks } from '../../platform/chunks';
import { AliasReader } from './aliases/AliasReader';
import { askedServices } from './asked';

/** What other features say about a service beside their own statements. */
export type ServiceInBrief = Pick<
  ServiceRow,
  'ref' | 'name' | 'title' | 'owner' | 'tier'
>;

/** The fleet as features see it that keep lists of their own. */
export interface FleetReader {
  /** all services as sources are asked about them, in pages, ordered by ref */
  asked(): AsyncIterable<AskedService[]>;
  /** how many there are */
  size(): Promise<number>;
  /** those that do not exist are left out */
  inBrief(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, ServiceInBrief>>;
  /** what to do when something is wrong with these, where somebody wrote it down */
  runbooksOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, string>>;
  /** these, and every group under them */
  groupsUnder(refs: readonly string[]): Promise<string[]>;
  /** which services names in telemetry stand for, in the order asked */
  resolve(
    names: readonly { name: string; namespace: string }[],
  ): Promise<(ServiceRef | undefined)[]>;
}

export const createFleetReader = (options: {
  database: Knex;
  aliases: Pick<AliasReader, 'namesOf' | 'resolveAll'>;
  size(): Promise<number>;
}): FleetReader => {
  const { database, aliases, size } = options;
  return {
    size,
    asked: () => askedServices(database, aliases),

    async resolve(names) {
      const kind = 'otel' as const;
      const found = await aliases.resolveAll(
        names.map(({ name, namespace }) => ({ kind, name, namespace })),
      );
      return found.map(resolved => resolved?.service);
    },

    async inBrief(refs) {
      const rows: { ref: ServiceRef; row: string }[] = await inChunks(
        [...new Set(refs)],
        500,
        chunk =>
          database('services_service')
            .whereIn('ref', chunk)
            .select('ref', 'row'),
      );
      return new Map(
        rows.map(({ ref, row }) => {
          const { name, title, owner, tier }: ServiceRow = JSON.parse(row);
          return [
            ref,
            {
              ...{ ref, name, title },
              ...(owner && { owner }),
              ...(tier && { tier }),
            },
          ];
        }),
      );
    },

    async runbooksOf(refs) {
      const rows: { ref: ServiceRef; service: string }[] = await inChunks(
        [...new Set(refs)],
        500,
        chunk =>
          database('services_declared')
            .whereIn('ref', chunk)
            .select('ref', 'service'),
      );
      return new Map(
        rows.flatMap(({ ref, service }) => {
          const { runbook }: Service = JSON.parse(service);
          return runbook === undefined ? [] : [[ref, runbook]];
        }),
      );
    },

    async groupsUnder(refs) {
      const under: { member: string }[] = await database('services_group_above')
        .whereIn('above', [...refs])
        .distinct('member');
      return [
        ...new Set([...refs, ...under.map(({ member }) => member)]),
      ].sort();
    },
  };
};
