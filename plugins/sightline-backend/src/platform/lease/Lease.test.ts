import { useTestDatabases } from '../__testUtils__/testDatabases';
import { untilAborted } from '../resilience/waiting';
import { createLease } from './Lease';

const { ids, open } = useTestDatabases();

/** Somebody who wants the lease, and notes when he gets and loses it. */
const contender = (
  database: Awaited<ReturnType<typeof open>>,
  name: string,
  diary: string[],
) => {
  const stopped = new AbortController();
  const broken = { database: false };
  const lease = createLease({
    // A replica that is cut off from its database: every query fails.
    database: ((...args: [string]) => {
      if (broken.database) throw new Error('no database');
      return database(...args);
    }) as typeof database,
    name: 'stream',
    lasts: 200,
  });
  const never = new Promise<void>(() => {});
  const running = lease.run(stopped.signal, async held => {
    diary.push(`${name} begins`);
    await untilAborted(never, held);
    diary.push(`${name} ends`);
  });
  return {
    cutOff: () => {
      broken.database = true;
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};

const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 500 && !condition(); turn++) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
};

describe.each(ids)('createLease on %s', id => {
  it('lets one work at a time, and the next one as soon as it stops', async () => {
    const database = await open(id);
    const diary: string[] = [];
    const a = contender(database, 'a', diary);
    await until(() => diary.length === 1);
    const b = contender(database, 'b', diary);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(diary).toEqual(['a begins']);
    await a.stop();
    await until(() => diary.length === 3);
    await b.stop();
    expect(diary).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('takes over from one that is cut off, after that one has noticed it', async () => {
    const database = await open(id);
    const diary: string[] = [];
    const a = contender(database, 'a', diary);
    await until(() => diary.length === 1);
    const b = contender(database, 'b', diary);
    a.cutOff();
    await until(() => diary.length === 3);
    await Promise.all([a.stop(), b.stop()]);
    expect(diary).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
