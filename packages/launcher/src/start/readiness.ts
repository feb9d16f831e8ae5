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
    `${url}/api/sightline/v1/services?limit=1&fields=ref`,
    { headers: { authorization: `Bearer ${token}` } },
  )) as { total: number };
  return services.total;
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
 * Up means two things: the backend says so, and the first services have come through
 * the catalog to the Fleet, for a page without services looks broken.
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
  show('waiting for the first services from the catalog');
  const settled = hasSettled();
  const services = await until(deadline, async () =>
    settled(await countServices(url), Date.now()),
  );
  return services ? 'serving' : 'empty';
}

const SETTLED_MS = 1_500;

/**
 * Services come in bursts while the catalog reads its files. Answers a number once it
 * is no longer nothing and has not changed for a moment, so that the first page people
 * see is the whole.
 */
export function hasSettled(): (
  count: number,
  now: number,
) => number | undefined {
  let last = { count: 0, since: 0 };
  return (count, now) => {
    if (count !== last.count) {
      last = { count, since: now };
    }
    return count > 0 && now - last.since >= SETTLED_MS ? count : undefined;
  };
}
