import { AskOptions, Problem } from '../../../api';
import { harbourNight } from '../../../__testUtils__/harbourNight';
import { LookupMemory } from './LookupMemory';
import { recall } from './recall';
import { remembering } from './remembering';

/** A browser's storage, with as much room as a test gives it. */
const shelfOf = (room = Infinity) => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
};

const memoryOf = (
  options: Partial<ConstructorParameters<typeof LookupMemory>[0]> = {},
) =>
  new LookupMemory({
    ...{ owner: 'user:default/guest', shelf: shelfOf(), now: () => 1_000 },
    ...options,
  });

const payments = { q: 'payments', limit: 10 };

describe('a memory of answers', () => {
  it('keeps an answer with its moment', () => {
    const memory = memoryOf();
    memory.put('lookup:a', 'one');
    expect(memory.get('lookup:a')).toEqual({ value: 'one', at: 1_000 });
    expect(memory.get('lookup:b')).toBeUndefined();
  });

  it('outlives the page, for the same person only', () => {
    const shelf = shelfOf();
    memoryOf({ shelf }).put('lookup:a', 'one');
    expect(memoryOf({ shelf }).get('lookup:a')?.value).toBe('one');
    expect(
      memoryOf({ shelf, owner: 'user:default/ana' }).get('lookup:a'),
    ).toBeUndefined();
  });

  it('forgets what is too old', () => {
    let now = 0;
    const memory = memoryOf({ now: () => now, lifetime: 100 });
    memory.put('lookup:a', 'one');
    now = 100;
    expect(memory.get('lookup:a')).toBeDefined();
    now = 101;
    expect(memory.get('lookup:a')).toBeUndefined();
  });

  it('drops the oldest where there is no room, and counts', () => {
    const memory = memoryOf({ cap: 220 });
    memory.put('lookup:a', 'x'.repeat(80));
    memory.put('lookup:b', 'y'.repeat(80));
    expect(memory.get('lookup:a')).toBeUndefined();
    expect(memory.get('lookup:b')).toBeDefined();
    expect(memory.dropped).toBe(1);
  });

  it('does not let typing push out who is on call', () => {
    const memory = memoryOf();
    memory.put('on-call:payments', 'Ana');
    for (let letter = 0; letter < 100; letter += 1) {
      memory.put(`lookup:${letter}`, letter);
    }
    expect(memory.get('on-call:payments')?.value).toBe('Ana');
    expect(memory.all('lookup:')).toHaveLength(40);
    expect(memory.dropped).toBe(60);
  });

  it('remembers nothing, without a word, where the browser keeps nothing or something strange', () => {
    const full = memoryOf({ shelf: shelfOf(0) });
    full.put('lookup:a', 'one');
    expect(full.get('lookup:a')).toBeUndefined();
    expect(full.dropped).toBe(1);
    const strange = shelfOf();
    strange.kept.set('sightline.lookup user:default/guest', '}');
    expect(memoryOf({ shelf: strange }).recent()).toEqual([]);
  });

  it('lists the last eight searches, each once', () => {
    const memory = memoryOf();
    for (const q of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a', 'i']) {
      memory.visited({ q });
    }
    expect(
      memory
        .recent()
        .map(({ q }) => q)
        .join(''),
    ).toBe('iahgfedc');
    memory.forget();
    expect(memory.recent()).toEqual([]);
  });
});

describe('asking with a memory', () => {
  const asking = (
    ask: () => Promise<string>,
    memory = memoryOf(),
    patience = 60_000,
  ) => {
    const told: [string, number][] = [];
    const how: AskOptions<string> = {
      earlier: (value, at) => told.push([value, at]),
    };
    const asked = remembering({
      ...{ ask, key: 'on-call:payments', patience },
      memory: async () => memory,
    });
    return { told, memory, answer: () => asked(how) };
  };
  const failing = (kind: Problem['kind']) => () =>
    Promise.reject(new Problem(kind, 'No.'));

  it('answers as ever, and remembers', async () => {
    const { answer, memory, told } = asking(async () => 'Ana');
    expect(await answer()).toBe('Ana');
    expect(memory.get('on-call:payments')?.value).toBe('Ana');
    expect(told).toEqual([]);
  });

  it.each(['unavailable', 'busy', 'broken'] as const)(
    'tells the last answer where the backend is %s, and fails all the same',
    async kind => {
      const memory = memoryOf();
      memory.put('on-call:payments', 'Ana');
      const { answer, told } = asking(failing(kind), memory);
      await expect(answer()).rejects.toMatchObject({ kind });
      expect(told).toEqual([['Ana', 1_000]]);
    },
  );

  it.each(['forbidden', 'signed-out', 'not-found'] as const)(
    'tells nothing where the answer is %s',
    async kind => {
      const memory = memoryOf();
      memory.put('on-call:payments', 'Ana');
      const { answer, told } = asking(failing(kind), memory);
      await expect(answer()).rejects.toMatchObject({ kind });
      expect(told).toEqual([]);
    },
  );

  it('tells the last answer while a slow one is on its way', async () => {
    const memory = memoryOf();
    memory.put('on-call:payments', 'Ana');
    let arrive: (value: string) => void = () => {};
    const slow = new Promise<string>(resolve => (arrive = resolve));
    jest.useFakeTimers();
    const { answer, told } = asking(() => slow, memory, 2_000);
    const answered = answer();
    await jest.advanceTimersByTimeAsync(1_999);
    expect(told).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(told).toEqual([['Ana', 1_000]]);
    arrive('Daniel');
    expect(await answered).toBe('Daniel');
    jest.useRealTimers();
  });
});

describe('recalling', () => {
  const { getLookup } = harbourNight(0);
  const kept = [
    { value: getLookup({ q: 'ledger' }), at: 10 },
    { value: getLookup(payments), at: 20 },
  ];

  it('finds a service by part of its name, the best fit first', () => {
    const { value, at } = recall(kept, 'Ledger')!;
    expect(value.matches.map(({ name }) => name)).toEqual([
      'ledger',
      'ledger-exports',
    ]);
    expect(at).toBe(10);
    expect(recall(kept, 'pay')!.value.matches[0].name).toBe('payments');
  });

  it('knows nothing of others, nor of nothing', () => {
    expect(recall(kept, 'warehouse')).toBeUndefined();
    expect(recall(kept, ' ')).toBeUndefined();
    expect(recall([], 'ledger')).toBeUndefined();
  });
});
