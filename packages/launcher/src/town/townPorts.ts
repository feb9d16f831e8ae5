import { findFreePort } from '../start/freePort.ts';
import type { TownAddresses } from '../start/portal.ts';

/**
 * Where the town answers, by what it answers as. They are chosen before it lives,
 * because the portal has to know them first.
 */
export type TownPorts = Record<keyof TownAddresses, number>;

export async function findTownPorts(): Promise<TownPorts> {
  const [prometheus, pact, kubernetes] = await Promise.all([
    findFreePort(),
    findFreePort(),
    findFreePort(),
  ]);
  return { prometheus, pact, kubernetes };
}

export const addressesOf = (ports: TownPorts): TownAddresses =>
  Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [
      name,
      `http://127.0.0.1:${port}`,
    ]),
  );
