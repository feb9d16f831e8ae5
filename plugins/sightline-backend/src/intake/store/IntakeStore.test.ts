import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { migrationsDirectory } from '../../platform/openDatabase';
import { createIntakeStore, FinishedRun, runsKept } from './IntakeStore';
import { neverRun } from './KeptState';
import { causesAtMost } from './LossBook';

const { ids, open } = useTestDatabases();

const at = Date.parse('2026-11-21T12:00:00Z');

const good: FinishedRun = {
  startedAt: at,
  took: 120.4,
  outcome: 'ok',
  calls: 3,
  notes: [],
  questions: 2,
  questionsFailed: 0,
  circuit: { failures: 0 },
  coverage: { services: 7, of: 9 },
};

const bad: FinishedRun = {
  startedAt: at + 60_000,
  took: 80,
  outcome: 'retry',
  calls: 1,
  fault: { kind: 'server-error', words: 'prom.example answered 500' },
  notes: [],
  questions: 2,
  questionsFailed: 2,
  circuit: { failures: 2, open: { since: at + 60_000, lasts: 5000 } },
};

describe.each(ids)('IntakeStore on %s', id => {
  it('knows nothing of a source that never ran', async () => {
    const store = createIntakeStore(await open(id));
    expect(await store.load('prometheus')).toEqual(neverRun);
  });

  it('adds up runs; a bad one leaves the last good moment and the coverage standing', async () => {
    const store = createIntakeStore(await open(id));
    await store.recordRun('prometheus', good);
    await store.recordRun('prometheus', bad);
    await store.recordRun('prometheus', bad);
    await store.recordRun('pact', good);
    expect(await store.load('prometheus')).toEqual({
      lastAttemptAt: at + 60_000,
      lastSuccessAt: Math.floor(at + 120.4),
      lastOutcome: 'retry',
      consecutiveFailures: 2,
      questions: 2,
      questionsFailed: 2,
      fault: { kind: 'server-error', words: 'prom.example answered 500' },
      notes: [],
      circuit: { failures: 2, open: { since: at + 60_000, lasts: 5000 } },
      totals: { runs: 3, failures: 2, calls: 5, took: 280 },
      coverage: { services: 7, of: 9 },
    });
    await store.recordRun('prometheus', good);
    const kept = await store.load('prometheus');
    expect([kept.consecutiveFailures, kept.fault, kept.circuit]).toEqual([
      0,
      undefined,
      { failures: 0 },
    ]);
  });

  it('keeps the last runs only, of each source its own', async () => {
    const knex = await open(id);
    const store = createIntakeStore(knex);
    await store.recordRun('pact', good);
    for (let run = 0; run < runsKept + 5; run++) {
      await store.recordRun('prometheus', { ...good, startedAt: at + run });
    }
    const rows = await knex('intake_run').orderBy('id');
    expect(rows).toHaveLength(runsKept + 1);
    expect(Number(rows[1].started_at)).toBe(at + 5);
    expect(Number(rows[runsKept].started_at)).toBe(at + runsKept + 4);
  });

  it('adds up losses by cause, and has only so many causes', async () => {
    const knex = await open(id);
    const store = createIntakeStore(knex);
    await store.addLosses('otlp', new Map([['too old', 3]]), at);
    await store.addLosses('otlp', new Map([['too old', 4]]), at + 1);
    const many = Array.from(
      { length: 30 },
      (_, nth) => [`c${nth}`, 1] as const,
    );
    await store.addLosses('otlp', new Map(many), at + 2);
    const rows = await knex('intake_loss').where({ source_id: 'otlp' });
    const counts = new Map(rows.map(row => [row.cause, Number(row.count)]));
    expect(counts.get('too old')).toBe(7);
    expect(counts.get('other causes')).toBe(30 - (causesAtMost - 1));
    expect(counts.size).toBe(causesAtMost + 1);
  });

  it('marks a stream that is open as alive', async () => {
    const store = createIntakeStore(await open(id));
    await store.recordRun('kubernetes', bad);
    await store.markAlive('kubernetes', at + 90_000, 2);
    const { lastSuccessAt, fault, circuit, totals } = await store.load(
      'kubernetes',
    );
    expect({ lastSuccessAt, fault, circuit, totals }).toEqual({
      lastSuccessAt: at + 90_000,
      fault: undefined,
      circuit: { failures: 0 },
      totals: { runs: 1, failures: 1, calls: 3, took: 80 },
    });
    expect(await store.lastSuccesses()).toEqual([
      { source: 'kubernetes', lastSuccessAt: at + 90_000 },
    ]);
  });

  it('counts right when two replicas write at the same time', async () => {
    const knex = await open(id);
    const stores = [createIntakeStore(knex), createIntakeStore(knex)];
    await Promise.all(
      Array.from({ length: 10 }, (_, nth) =>
        stores[nth % 2].recordRun('otlp', good),
      ),
    );
    expect((await stores[0].load('otlp')).totals).toEqual({
      runs: 10,
      failures: 0,
      calls: 30,
      took: 1200,
    });
  });

  it('can be taken out of the database again', async () => {
    const knex = await open(id);
    const directory = migrationsDirectory();
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('intake_source')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('intake_lease')).toBe(true);
  });
});
