import { BenchServer } from './spawnServer';

export type Asker = (path: string, method?: string) => Promise<Response>;

export const signIn = async (server: BenchServer): Promise<Asker> => {
  const answer = await fetch(`${server.url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  return (path, method = 'GET') =>
    fetch(`${server.url}/api/sightline${path}`, {
      method,
      headers: { Authorization: `Bearer ${backstageIdentity.token}` },
    });
};

/** Filters and sorts as people combine them, none of them twice in a row. */
const questions = [
  'sort=name',
  'sort=tier&order=asc',
  'tier=T0&sort=owner',
  'owner=group:default/team-3&sort=name',
  'lifecycle=production&sort=system&order=desc',
  'q=ledger&sort=name',
  'tier=T1,T2&lifecycle=experimental&sort=updated&order=desc',
  'system=system:default/system-2&sort=tier',
];

/** Each question in turn, and of each the first or second page. */
export const pages = (ask: Asker) => async (n: number) => {
  const answer = await ask(
    `/v1/services?limit=50&${questions[n % questions.length]}`,
  );
  const { items } = (await answer.json()) as { items: unknown[] };
  return answer.ok && items.length > 0;
};

export const dossiers =
  (ask: Asker, refs: readonly string[]) => async (n: number) => {
    const [namespace, name] = refs[(n * 17) % refs.length]
      .replace('component:', '')
      .split('/');
    const answer = await ask(`/v1/services/${namespace}/${name}/dossier`);
    await answer.arrayBuffer();
    return answer.ok;
  };

export const someRefs = async (ask: Asker) => {
  const answer = await ask('/v1/services?limit=200&fields=ref');
  const { items } = (await answer.json()) as { items: { ref: string }[] };
  return items.map(({ ref }) => ref);
};

/** A backend that has just mirrored a fleet still writes its dossiers: not what is measured. */
export const settle = async (server: BenchServer) => {
  for (let tries = 0; tries < 45; tries++) {
    const before = server.cpuMs();
    await new Promise(resolve => setTimeout(resolve, 2_000));
    if (server.cpuMs() - before < 600) {
      return;
    }
  }
};
