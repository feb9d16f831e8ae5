import { LoggerService } from '@backstage/backend-plugin-api';
import {
  IsoTime,
  objectiveOrigins,
} from '@sightline/backstage-plugin-sightline-common';
import {
  ObjectiveProvider,
  StatedObjective,
} from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { breathe } from '../../../platform/chunks';
import { untilAborted } from '../../../platform/resilience/waiting';
import {
  DocumentStore,
  KeptDocument,
} from '../../../platform/documents/DocumentStore';
import { KeptProblem } from './engine/keepLastValid';
import { writePath } from '../../../platform/engine/documents/DocumentProblem';
import { readAs } from '../../../platform/engine/documents/readAs';
import { statedParts } from './engine/statementSchema';

/** What a provider said last, and what is wrong with it now. */
export type KeptProvider = {
  stated: StatedObjective[];
  problems: KeptProblem[];
};

export type ProvidersOptions = {
  providers: readonly ObjectiveProvider[];
  store: DocumentStore;
  logger: LoggerService;
  /** objectives kept of one provider */
  atMost: number;
};

const TIMEOUT = 20_000;
/** Checked at once, before others have a turn. */
const CHUNK = 200;

const stated = statedParts.extend({
  service: z.string().min(1),
  origin: z.object({
    kind: z.enum(objectiveOrigins),
    where: z.string().min(1),
    line: z.number().optional(),
    url: z.string().optional(),
  }),
  measure: z.looseObject({ by: z.string() }),
});

/** The good ones, and in words what is wrong with each of the others. */
const sift = async (said: unknown, atMost: number) => {
  const good: StatedObjective[] = [];
  const problems: string[] = [];
  const items = Array.isArray(said) ? said : [];
  if (!Array.isArray(said)) {
    problems.push('It answered with no list of objectives');
  }
  if (items.length > atMost) {
    problems.push(
      `It states ${items.length} objectives; those beyond ${atMost} are left out`,
    );
  }
  for (const [at, item] of items.slice(0, atMost).entries()) {
    const { value, issues } = readAs(stated, item);
    if (issues) {
      const [{ path, words }] = issues;
      problems.push(`${writePath(['objectives', at, ...path])}: ${words}`);
    } else {
      good.push(value as StatedObjective);
    }
    if (at % CHUNK === 0) await breathe();
  }
  return { good, problems };
};

/** A handful says what is wrong; a thousand alike say no more. */
const SHOWN = 20;

const dated = (
  words: readonly string[],
  before: KeptProvider | undefined,
  now: IsoTime,
): KeptProblem[] =>
  words.slice(0, SHOWN).map(text => ({
    line: 1,
    words: text,
    since:
      before?.problems.find(problem => problem.words === text)?.since ?? now,
  }));

const ask = async (
  provider: ObjectiveProvider,
  signal: AbortSignal,
): Promise<unknown> => {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
  const said = await untilAborted(
    provider.read({ signal: patience }),
    patience,
  );
  if (patience.aborted) {
    throw new Error(`it did not answer within ${TIMEOUT / 1000} seconds`);
  }
  return said;
};

/** Asks providers for objectives; one that fails leaves what it said before, and the others alone. */
export const createProviders = (options: ProvidersOptions) => {
  const { providers, store, logger, atMost } = options;

  const readOne = async (
    provider: ObjectiveProvider,
    before: KeptProvider | undefined,
    signal: AbortSignal,
  ): Promise<KeptProvider> => {
    try {
      const { good, problems } = await sift(
        await ask(provider, signal),
        atMost,
      );
      return { stated: good, problems: dated(problems, before, store.now()) };
    } catch (error) {
      const words = `It could not be asked: ${(error as Error).message}`;
      if (!before?.problems.some(problem => problem.words === words)) {
        logger.warn(`Objectives of the provider ${provider.id}: ${words}`);
      }
      return {
        stated: before?.stated ?? [],
        problems: dated([words], before, store.now()),
      };
    }
  };

  return {
    async refresh(signal: AbortSignal): Promise<void> {
      const kept = (await store.all()).filter(
        ({ kind }) => kind === 'provider',
      );
      const before = new Map(kept.map(one => [one.address, one.kept]));
      const documents = await Promise.all(
        providers.map(async (provider): Promise<KeptDocument> => {
          const { id } = provider;
          const old = before.get(id) as KeptProvider | undefined;
          const now = await readOne(provider, old, signal);
          return { address: id, kind: 'provider', place: id, kept: now };
        }),
      );
      if (signal.aborted) return;
      await store.put(documents);
      await store.remove(
        kept.filter(
          ({ address }) => !providers.some(({ id }) => id === address),
        ),
      );
    },
  };
};
