import { Knex } from 'knex';
import { createOpenApiRouter } from '../../schema/openapi/generated';

type Router = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** One thing that must hold before this process can answer for the fleet. */
export type ReadinessCheck = {
  name: string;
  /** a sentence either way: what holds, or what is missing and why */
  check(): Promise<{ ok: boolean; words: string }>;
};

export const databaseCheck = (database: Knex): ReadinessCheck => ({
  name: 'database',
  check: async () => {
    await database.raw('select 1');
    return { ok: true, words: 'The database answers' };
  },
});

/**
 * Health is about the process, readiness about its answers. A failing source
 * makes neither false: the last good answers still stand, and say their age.
 */
export const addHealthRoutes = (
  router: Router,
  checks: readonly ReadinessCheck[],
) => {
  router.get('/v1/health', async (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/v1/readiness', async (_request, response) => {
    const results = await Promise.all(checks.map(run));
    const ready = results.every(({ ok }) => ok);
    response.status(ready ? 200 : 503).json({ ready, checks: results });
  });
};

const run = async ({ name, check }: ReadinessCheck) => {
  try {
    return { name, ...(await check()) };
  } catch {
    // The cause may name hosts and users; this route asks for no credentials.
    return { name, ok: false, words: `Asking the ${name} failed` };
  }
};
