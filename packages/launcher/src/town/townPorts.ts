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

const addressOf = (port: number) => `http://127.0.0.1:${port}`;

export const addressesOf = (ports: TownPorts): Required<TownAddresses> => ({
  prometheus: addressOf(ports.prometheus),
  pact: addressOf(ports.pact),
  kubernetes: addressOf(ports.kubernetes),
});
