import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  ContractBroker,
  MirroredPact,
  PactContent,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { chunks } from '../../../platform/chunks';
import { BrokerMirror, Contracted } from '../engine/BrokerMirror';
import { contentKey } from '../engine/contentKey';
import { headPacts } from '../engine/newestPacts';
import { ContentRow, createContentCache } from './createContentCache';

/** What could not be read is asked for again after this. */
const triedAgainAfter: Millis = 86_400_000;
/** What no pair speaks any more may be spoken again, after going back to it. */
const keptFor: Millis = 7 * 86_400_000;
const patience: Millis = 20_000;
/** of a pact with more the rest is as if it was not read: nothing is concluded from it */
const interactionsAtMost = 5_000;
/** of one broker, the pairs that were named first */
const contentsAtMost = 20_000;

type Heads = ReadonlyMap<string, MirroredPact>;

/** Mirrors never change, so what was put in order once is kept for the next look. */
const known = new WeakMap<BrokerMirror, Heads>();

/** The newest pact of each pair, by what its content is kept by. */
const headsOf = (mirror: BrokerMirror): Heads => {
  const before = known.get(mirror);
  if (before) return before;
  const heads = [...headPacts(mirror.pacts).values()].slice(0, contentsAtMost);
  const byContent = new Map(heads.map(pact => [contentKey(pact), pact]));
  known.set(mirror, byContent);
  return byContent;
};

/** What nobody looks for among calls is not kept. */
const briefly = ({ interactions }: PactContent) =>
  JSON.stringify(interactions.map(({ description: _, ...said }) => said));

/**
 * What pacts speak about, read one after the other in the background: the newest
 * pact of each pair, and kept for as long as it is that.
 */
export const createContents = (options: {
  database: Knex;
  clock: Clock;
  brokers: readonly ContractBroker[];
}) => {
  const { database, clock, brokers } = options;

  const readOne = async (broker: ContractBroker, pact: MirroredPact) => {
    const { consumer, provider, consumerVersion } = pact;
    const answer = await broker.content(
      { consumer, provider, consumerVersion: consumerVersion.number },
      { signal: AbortSignal.timeout(patience) },
    );
    const isRead =
      answer.outcome === 'ok' &&
      answer.value.interactions.length <= interactionsAtMost;
    await database('contracts_content')
      .insert({
        ...{ broker: broker.id, content: contentKey(pact), asked_at: clock() },
        document: isRead ? briefly(answer.value) : null,
      })
      .onConflict(['broker', 'content'])
      .merge();
  };

  type Asked = Pick<ContentRow, 'content' | 'asked_at' | 'document'>;

  const askedOf = (broker: string): Promise<Asked[]> =>
    database('contracts_content')
      .where({ broker })
      .select('content', 'asked_at', {
        document: database.raw(
          "case when document is null then null else '' end",
        ),
      });

  /** Of pairs that are gone, and of versions that are no longer the newest. */
  const forget = async (broker: string, contents: readonly string[]) => {
    for (const chunk of chunks(contents, 500)) {
      await database('contracts_content')
        .where({ broker })
        .whereIn('content', chunk)
        .delete();
    }
  };

  /** One that has not been read, of the newest pacts of all pairs. */
  const nextOf = async (
    mirror: BrokerMirror,
  ): Promise<MirroredPact | undefined> => {
    const { broker } = mirror;
    const heads = headsOf(mirror);
    const asked = await askedOf(broker);
    const now = clock();
    const old = asked.filter(
      ({ content, asked_at }) =>
        !heads.has(content) && Number(asked_at) < now - keptFor,
    );
    await forget(
      broker,
      old.map(({ content }) => content),
    );
    const done = new Set(
      asked
        .filter(
          ({ document, asked_at }) =>
            document !== null || Number(asked_at) > now - triedAgainAfter,
        )
        .map(({ content }) => content),
    );
    const next = [...heads].find(([content]) => !done.has(content));
    return next?.[1];
  };

  return {
    read: createContentCache(database),

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
