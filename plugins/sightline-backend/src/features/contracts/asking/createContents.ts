import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  ContractBroker,
  MirroredPact,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { inChunks } from '../../../platform/chunks';
import { BrokerMirror, Contracted, keyOf } from '../engine/BrokerMirror';
import { Interaction } from '../engine/interactionKinds';
import { headPacts } from '../engine/newestPacts';

type ContentRow = {
  broker: string;
  content: string;
  asked_at: number | string;
  document: string | null;
};

/** What could not be read is asked for again after this. */
const triedAgainAfter: Millis = 86_400_000;
const patience: Millis = 20_000;
/** of a pact with more nobody reads the rest */
const interactionsAtMost = 5_000;

/** How pacts speak, by the name of their content. */
export type Contents = {
  of(broker: string, pact: MirroredPact): readonly Interaction[] | undefined;
};

/**
 * What pacts speak about, read one after the other in the background and kept by
 * the name of the content: most versions of a consumer say the same.
 */
export const createContents = (options: {
  database: Knex;
  clock: Clock;
  brokers: readonly ContractBroker[];
}) => {
  const { database, clock, brokers } = options;
  let kept: { count: number; rows: ReadonlyMap<string, Interaction[]> } = {
    ...{ count: 0, rows: new Map() },
  };

  /** Contents never change, so only what was read since is added. */
  const readAll = async (): Promise<ReadonlyMap<string, Interaction[]>> => {
    const [{ n }] = await database('contracts_content')
      .whereNotNull('document')
      .count({ n: '*' });
    if (Number(n) === kept.count) return kept.rows;
    const names: Pick<ContentRow, 'broker' | 'content'>[] = await database(
      'contracts_content',
    )
      .whereNotNull('document')
      .select('broker', 'content');
    const rows = new Map<string, Interaction[]>();
    const missing = new Map<string, string[]>();
    for (const { broker, content } of names) {
      const before = kept.rows.get(keyOf(broker, content));
      if (before) rows.set(keyOf(broker, content), before);
      else missing.set(broker, [...(missing.get(broker) ?? []), content]);
    }
    for (const [broker, contents] of missing) {
      const found: ContentRow[] = await inChunks(contents, 200, chunk =>
        database('contracts_content')
          .where({ broker })
          .whereIn('content', chunk),
      );
      for (const { content, document } of found) {
        if (document !== null) {
          rows.set(keyOf(broker, content), JSON.parse(document));
        }
      }
    }
    kept = { count: Number(n), rows };
    return rows;
  };

  const readOne = async (broker: ContractBroker, pact: MirroredPact) => {
    const { consumer, provider, consumerVersion, contentId } = pact;
    const answer = await broker.content(
      { consumer, provider, consumerVersion: consumerVersion.number },
      { signal: AbortSignal.timeout(patience) },
    );
    const document =
      answer.outcome === 'ok'
        ? JSON.stringify(answer.value.interactions.slice(0, interactionsAtMost))
        : null;
    await database('contracts_content')
      .insert({
        ...{ broker: broker.id, content: contentId, asked_at: clock() },
        document,
      })
      .onConflict(['broker', 'content'])
      .merge();
  };

  /** One that has not been read, of the newest pacts of all pairs. */
  const nextOf = async (
    mirror: BrokerMirror,
  ): Promise<MirroredPact | undefined> => {
    const rows: Pick<ContentRow, 'content' | 'asked_at' | 'document'>[] =
      await database('contracts_content')
        .where({ broker: mirror.broker })
        .select('content', 'asked_at', {
          document: database.raw(
            "case when document is null then null else '' end",
          ),
        });
    const before = clock() - triedAgainAfter;
    const done = new Set(
      rows
        .filter(
          ({ document, asked_at }) =>
            document !== null || Number(asked_at) > before,
        )
        .map(({ content }) => content),
    );
    return [...headPacts(mirror.pacts).values()].find(
      ({ contentId }) => contentId !== undefined && !done.has(contentId),
    );
  };

  return {
    async read(): Promise<Contents> {
      const all = await readAll();
      return {
        of: (broker, { contentId }) =>
          contentId === undefined
            ? undefined
            : all.get(keyOf(broker, contentId)),
      };
    },

    /** Reads one pact of each broker, where one was not read yet. */
    async readNext({ mirrors }: Contracted): Promise<number> {
      let read = 0;
      for (const mirror of mirrors) {
        const broker = brokers.find(({ id }) => id === mirror.broker);
        const pact = broker && (await nextOf(mirror));
        if (!broker || !pact) continue;
        await readOne(broker, pact);
        read += 1;
      }
      return read;
    },
  };
};

export type ContentReader = ReturnType<typeof createContents>;
