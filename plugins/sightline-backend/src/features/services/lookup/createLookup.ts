import { LookupAnswer } from '@sightline/backstage-plugin-sightline-common';
import { createHash, randomUUID } from 'node:crypto';
import { repeat } from '../../../platform/repeat';
import { lookUp, LookupQuestion } from './engine/lookUp';
import { longestAsked } from './engine/readAsked';
import { snapshotOf } from './engine/snapshotOf';
import { createIndexKeeper, KeeperOptions } from './IndexKeeper';

export interface LookupReader {
  /** from memory; never waits for the store */
  find(question: LookupQuestion): LookupAnswer;
  /** the same as long as the same question has the same answer */
  etagOf(question: LookupQuestion & { scope: unknown }): string;
}

export interface Lookup {
  reader: LookupReader;
  /** one round of keeping in step; the background work does no more */
  follow(): Promise<void>;
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

/** Finds services by whatever somebody has; all of it in memory, on every replica. */
export const createLookup = (options: KeeperOptions): Lookup => {
  const { clock, logger } = options;
  const keeper = createIndexKeeper(options);
  const replica = randomUUID();
  let stopWork: (() => Promise<void>) | undefined;

  const snapshot = () => {
    const { index, ...kept } = keeper.kept();
    const { size } = index.subjects;
    const counts = { services: size - index.parties, clues: index.clues };
    return snapshotOf({ ...kept, ...counts }, clock());
  };

  return {
    reader: {
      find: question => ({
        q: question.q.slice(0, longestAsked),
        ...lookUp(keeper.kept().index, question),
        snapshot: snapshot(),
      }),
      etagOf({ q, limit, scope }) {
        const { version } = keeper.kept().index;
        const { at, ...told } = snapshot();
        const all = [replica, version, told, q, limit, scope];
        const hash = createHash('sha1').update(JSON.stringify(all));
        return `"${hash.digest('base64url')}"`;
      },
    },
    follow: keeper.follow,
    async start() {
      const name = 'Keeping what is looked up in step';
      const work = { name, every: 5_000, run: keeper.follow };
      stopWork = repeat([work], logger);
    },
    async stop() {
      await stopWork?.();
    },
  };
};
