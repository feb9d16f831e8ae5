import { DiscoveredObjective } from '@sightline/backstage-plugin-sightline-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { Discovered } from '../objectives';
import { markDue } from '../SloState';

/** More than this no system has rules for. */
const atMost = 20_000;

/** Keeps what outside systems have rules for: what one of them said last stands. */
export const createDiscoveredStore = (options: {
  database: Knex;
  clock: Clock;
}) => {
  const { database, clock } = options;
  return {
    async accept(
      found: readonly DiscoveredObjective[],
      from: { source: string; lost?(cause: string, count: number): void },
    ): Promise<void> {
      const kept = found.slice(0, atMost);
      if (kept.length < found.length) {
        from.lost?.(
          `more than ${atMost} discovered objectives`,
          found.length - kept.length,
        );
      }
      const document = JSON.stringify(kept);
      const hash = createHash('sha256').update(document).digest('base64url');
      const { source } = from;
      const before = await database('slo_discovered')
        .where({ source })
        .first('hash');
      const seen_at = clock();
      if (before?.hash === hash) {
        await database('slo_discovered').where({ source }).update({ seen_at });
        return;
      }
      await database('slo_discovered')
        .insert({ source, hash, document, seen_at })
        .onConflict('source')
        .merge();
      await markDue(database, seen_at);
    },

    /** Of those sources that are there; what others found is forgotten. */
    async read(sources: readonly string[]): Promise<Discovered> {
      await database('slo_discovered')
        .whereNotIn('source', [...sources])
        .delete();
      const rows: { source: string; document: string }[] = await database(
        'slo_discovered',
      ).select('source', 'document');
      return new Map(
        rows.map(({ source, document }) => [source, JSON.parse(document)]),
      );
    },
  };
};

export type DiscoveredStore = ReturnType<typeof createDiscoveredStore>;
