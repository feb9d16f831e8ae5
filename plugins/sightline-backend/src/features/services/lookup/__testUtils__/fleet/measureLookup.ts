import { authorizedLookup } from '../../api/AuthorizedLookup';
import { lookUp } from '../../engine/lookUp';
import { emptyIndex, nextIndex } from '../../engine/LookupIndex';
import { inTurns } from '../../../../../platform/inTurns';
import { fleetQuestions, fleetSubjects } from './fleetSubjects';

const services = 10_000;
const questions = Number(process.argv[2] ?? 2_000);

const snapshot = {
  ...{ state: 'live' as const, words: 'As of now' },
  ...{ services, clues: services * 20, lost: 0 },
};

const memory = () => {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const begin = performance.now();
  return [await work(), performance.now() - begin];
};

/** The longest time for which nobody else had a turn. */
const longestWait = async (work: () => Promise<unknown>) => {
  let [longest, last] = [0, performance.now()];
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await work();
  clearInterval(beat);
  return Math.max(longest, performance.now() - last);
};

const main = async () => {
  const put = fleetSubjects(services);
  const before = memory();
  const [index, built] = await timed(() =>
    inTurns(nextIndex(emptyIndex, { put, gone: [] })),
  );
  const grown = memory() - before;
  const change = { put: [{ ...put[17], title: 'Renamed' }], gone: [] };
  const [changed, followed] = await timed(() =>
    inTurns(nextIndex(index, change)),
  );
  const waited = await longestWait(() =>
    inTurns(nextIndex(emptyIndex, { put, gone: [] })),
  );
  // As the route asks: with permissions, and until there is text to send.
  const lookup = authorizedLookup({
    access: { scope: async () => ({ deniedOwners: ['group:default/team-3'] }) },
    reader: {
      find: question => ({
        q: question.q,
        ...lookUp(changed, question),
        snapshot,
      }),
      etagOf: ({ q }) => q,
    },
  });
  const asker = { principal: {} } as never;
  const times: { q: string; took: number }[] = [];
  for (const q of fleetQuestions(questions + 200, services)) {
    const [, took] = await timed(async () =>
      JSON.stringify(await lookup.find({ q, limit: 10 }, asker)),
    );
    times.push({ q, took });
  }
  process.send?.({ times: times.slice(200), built, grown, followed, waited });
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
