import {
  Instant,
  Rotation,
} from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../../../../platform/clock';
import { chunks } from '../../../../platform/chunks';
import { historyKeptFor } from '../../historyKeptFor';
import { KeptVersion } from './joinVersions';

/** A rotation, and where it is written. */
export type PlacedRotation = {
  rotation: Rotation;
  /** as people know it: `catalog-info/rotations/payments.yaml` */
  place: string;
  /** to open it with */
  url?: string;
};

type Row = {
  rotation: string;
  since: number | string;
  hash: string;
  document: string | null;
};

/** All editions of a rotation, oldest first. */
export type RotationEditions = {
  id: string;
  editions: (KeptVersion & { place?: string; url?: string })[];
};

/** Of one rotation; a file that changes every day for half a year. */
const EDITIONS_AT_MOST = 200;
const CHUNK = 50;

const GONE = 'gone';

const hashOf = (document: string) =>
  createHash('sha256').update(document).digest('base64url').slice(0, 22);

const toEditions = (rows: readonly Row[]): RotationEditions[] => {
  const all = new Map<string, RotationEditions>();
  for (const { rotation: id, since, document } of rows) {
    const one = all.get(id) ?? { id, editions: [] };
    const said: Partial<PlacedRotation> =
      document === null ? {} : JSON.parse(document);
    one.editions.push({ since: Number(since), ...said });
    all.set(id, one);
  }
  return [...all.values()];
};

/** Keeps every edition of every rotation that was in force: who was on call stays so. */
export const createRotationStore = (options: {
  database: Knex;
  clock: Clock;
}) => {
  const { database, clock } = options;
  const table = () => database<Row>('oncall_rotation');
  let cached: { key: string; rotations: RotationEditions[] } | undefined;

  const known = () =>
    table()
      .select('rotation', 'since', 'hash')
      .orderBy(['rotation', 'since']) as unknown as Promise<Row[]>;

  const trim = async (trx: Knex.Transaction, rotation: string) => {
    const beyond: Row | undefined = await trx('oncall_rotation')
      .where({ rotation })
      .orderBy('since', 'desc')
      .offset(EDITIONS_AT_MOST)
      .first('since');
    if (beyond) {
      await trx('oncall_rotation')
        .where({ rotation })
        .andWhere('since', '<=', beyond.since)
        .delete();
    }
  };

  const write = async (rows: readonly Row[]) => {
    for (const chunk of chunks(rows, CHUNK)) {
      await database.transaction(async trx => {
        await trx('oncall_rotation')
          .insert(chunk)
          .onConflict(['rotation', 'since'])
          .merge();
        for (const { rotation } of chunk) await trim(trx, rotation);
      });
    }
  };

  return {
    /** parsed once: rows change when somebody edits a file */
    async all(): Promise<RotationEditions[]> {
      const key = (await known())
        .map(({ rotation, since, hash }) => `${rotation} ${since} ${hash}`)
        .join('\n');
      if (cached?.key !== key) {
        const rows = await table().orderBy(['rotation', 'since']);
        cached = { key, rotations: toEditions(rows as Row[]) };
      }
      return cached.rotations;
    },

    /** What is in force now, all of it: what is not among it is withdrawn. */
    async accept(rotations: readonly PlacedRotation[]): Promise<void> {
      const now: Instant = clock();
      const last = new Map<string, string>();
      for (const { rotation, hash } of await known()) last.set(rotation, hash);
      const rows = rotations.map((placed): Row => {
        const document = JSON.stringify(placed);
        const hash = hashOf(document);
        return { rotation: placed.rotation.id, since: now, hash, document };
      });
      const there = new Set(rows.map(({ rotation }) => rotation));
      const gone = [...last]
        .filter(([rotation, hash]) => !there.has(rotation) && hash !== GONE)
        .map(([rotation]) => ({
          ...{ rotation, since: now, hash: GONE, document: null },
        }));
      const fresh = rows.filter(
        ({ rotation, hash }) => last.get(rotation) !== hash,
      );
      await write([...fresh, ...gone]);
    },

    /** Editions that ended so long ago that nobody is told of them. */
    async forget(): Promise<void> {
      const before = clock() - historyKeptFor;
      for (const { id, editions } of await this.all()) {
        const old = editions.filter(
          (one, at) =>
            (editions[at + 1]?.since ?? Infinity) < before ||
            (!one.rotation && one.since < before && !editions[at + 1]),
        );
        for (const { since } of old) {
          await table().where({ rotation: id, since }).delete();
        }
      }
    },
  };
};
