const POLL_MS = 250;
const REQUEST_TIMEOUT_MS = 5_000;

const pause = () => new Promise(done => setTimeout(done, POLL_MS));

async function ask(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

async function countServices(url: string): Promise<number> {
  const guest = (await ask(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
  })) as { backstageIdentity: { token: string } };
  const { token } = guest.backstageIdentity;
  const services = (await ask(
    `${url}/api/catalog/entities/by-query?filter=kind=component&limit=1`,
    { headers: { authorization: `Bearer ${token}` } },
  )) as { totalItems: number };
  return services.totalItems;
}

/** Polls until the probe answers something, or the time is over. */
async function until<T>(
  deadline: number,
  probe: () => Promise<T | undefined>,
): Promise<T | undefined> {
  while (Date.now() < deadline) {
    const answer = await probe().catch(() => undefined);
    if (answer !== undefined) return answer;
    await pause();
  }
  return undefined;
}

export type Readiness = 'serving' | 'empty' | 'silent';

/**
 * Up means two things: the backend says so, and the catalog has read its files, for a
 * page without services looks broken.
 */
export async function waitUntilReady(options: {
  url: string;
  timeoutMs: number;
  show: (phase: string) => void;
}): Promise<Readiness> {
  const { url, show } = options;
  const deadline = Date.now() + options.timeoutMs;
  show('waiting for the backend to start');
  const up = await until(deadline, () =>
    ask(`${url}/.backstage/health/v1/readiness`),
  );
  if (!up) return 'silent';
  show('waiting for the catalog to read catalog-info');
  const services = await until(
    deadline,
    async () => (await countServices(url)) || undefined,
  );
  return services ? 'serving' : 'empty';
}
