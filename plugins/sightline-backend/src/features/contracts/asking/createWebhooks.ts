import { LoggerService } from '@backstage/backend-plugin-api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { ContractBroker } from '@sightline/backstage-plugin-sightline-node';
import { createHash, timingSafeEqual } from 'node:crypto';
import { wait } from '../../../platform/resilience/waiting';

/** Between two rounds: a company that builds all day tells every second. */
const usualRest: Millis = 5_000;

/**
 * A broker that tells of something is asked at once. Who tells while it is being
 * asked leads to one more round, however often: a build publishes ten pacts within
 * a second, and what came after a round began may not be in it.
 *
 * ```
 *   told ─▶ round ──▶ rest ──▶ round ─▶ done
 *             └ told, told ────┘
 * ```
 */
export const createWebhooks = (options: {
  brokers: readonly ContractBroker[];
  logger: LoggerService;
  askAnew(source: string): Promise<unknown>;
  webhookRest?: Millis;
}) => {
  const { brokers, logger, askAnew, webhookRest = usualRest } = options;
  const underWay = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const stopped = new AbortController();

  const rounds = async (id: string) => {
    do {
      again.delete(id);
      try {
        await askAnew(id);
      } catch (error) {
        logger.warn(`Asking ${id} because of a webhook failed: ${error}`);
      }
      if (again.has(id)) await wait(webhookRest, stopped.signal);
    } while (again.has(id) && !stopped.signal.aborted);
    underWay.delete(id);
  };

  return {
    told(id: string, secret: string | undefined): boolean {
      const expected = brokers.find(broker => broker.id === id)?.webhookSecret;
      if (
        !isSame(expected ?? nobodys, secret ?? '') ||
        expected === undefined
      ) {
        return false;
      }
      if (underWay.has(id)) again.add(id);
      else if (!stopped.signal.aborted) underWay.set(id, rounds(id));
      return true;
    },

    async stop() {
      stopped.abort();
      await Promise.all(underWay.values());
    },
  };
};

/** Compared with where there is none, so that this takes as long. */
const nobodys = 'no broker has this secret';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes as long for a secret that is nearly right as for any other. */
const isSame = (expected: string, given: string): boolean =>
  timingSafeEqual(digest(expected), digest(given));
