import { LoggerService } from '@backstage/backend-plugin-api';
import { ObjectiveProblem } from '@sightline/backstage-plugin-sightline-common';

/** More lines than this at once nobody reads. */
const atMost = 50;

const inWords = ({ where, line, words }: ObjectiveProblem) =>
  `${line === undefined ? where : `${where}:${line}`}: ${words}`;

/**
 * What can be read and counts for nothing here is no problem that a page shows; whoever
 * wrote it and wonders finds it in the log, once.
 */
export const createNoteTeller = (logger: Pick<LoggerService, 'info'>) => {
  let told: ReadonlySet<string> = new Set();
  return (notes: readonly ObjectiveProblem[]): void => {
    const all = new Set(notes.map(inWords));
    const fresh = [...all].filter(words => !told.has(words));
    told = all;
    fresh.slice(0, atMost).forEach(words => logger.info(words));
    if (fresh.length > atMost) {
      logger.info(`and ${fresh.length - atMost} more of objectives`);
    }
  };
};
