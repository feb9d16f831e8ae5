import type {
  BrokerVerdict,
  VerdictRow,
} from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { wordsOfRefusal } from '../client/engine/explainRefusal';
import { named, time } from './listing';

const sided = named.extend({
  version: z.object({ number: z.string() }).nullish(),
});

const row = z
  .object({
    consumer: sided,
    provider: sided,
    verificationResult: z
      .object({ success: z.boolean().nullish(), verifiedAt: time })
      .nullish(),
    ignored: z.boolean().nullish(),
  })
  .transform(({ consumer, provider, verificationResult, ignored }) => {
    const success = verificationResult?.success ?? undefined;
    const verifiedAt = verificationResult?.verifiedAt;
    const providerVersion = provider.version?.number;
    return {
      consumer: consumer.name,
      consumerVersion: consumer.version?.number ?? '',
      provider: provider.name,
      ...(providerVersion !== undefined && { providerVersion }),
      ...(success !== undefined && { success }),
      ...(verifiedAt !== undefined && { verifiedAt }),
      ...(ignored && { ignored }),
    } satisfies VerdictRow;
  });

// A row that is not understood cannot be left out: it may be the one that fails.
const answer = z
  .object({
    summary: z.object({ deployable: z.boolean().nullish() }).optional(),
    matrix: z.array(row).optional(),
  })
  .refine(({ summary, matrix }) => summary ?? matrix, 'it holds no verdict');

/** What a broker answered: a verdict, or why it gives none. */
export type ReadVerdict =
  | { verdict: BrokerVerdict }
  | { refused: string; missing?: string };

export type Asked = {
  pacticipant: string;
  version: string;
  environment: string;
};

/**
 * The broker's answer and all its rows. A version that does not exist is refused
 * in the rows of an answer, a pacticipant or an environment with status 400.
 */
export const readVerdict = (json: unknown, asked: Asked): ReadVerdict => {
  const refused = wordsOfRefusal(json);
  if (refused !== undefined) {
    return {
      refused,
      ...(doesNotExist.test(refused) && { missing: missingOf(refused, asked) }),
    };
  }
  const { summary, matrix: rows = [] } = answer.parse(json);
  const says = inWords(summary?.deployable);
  const isKnown = rows.some(one => isOf(one, asked));
  return {
    verdict: {
      ...{ says, rows },
      // It says no without a row of this version: the version is not there.
      ...(says === 'no' &&
        !isKnown && {
          missing: `version ${asked.version} of ${asked.pacticipant}`,
        }),
    },
  };
};

const doesNotExist =
  /does not match an existing|does not exist|not found|no pacticipant with/i;

/** Which part of the question it is: a refusal names its parameter. */
const missingOf = (refused: string, { pacticipant, environment }: Asked) =>
  /environment/i.test(refused)
    ? `environment ${environment}`
    : `pacticipant ${pacticipant}`;

const inWords = (deployable: boolean | null | undefined) => {
  if (deployable === undefined || deployable === null) return 'unknown';
  return deployable ? 'yes' : 'no';
};

const isOf = (
  { consumer, consumerVersion, provider, providerVersion }: VerdictRow,
  { pacticipant, version }: Asked,
) =>
  (consumer === pacticipant && consumerVersion === version) ||
  (provider === pacticipant && providerVersion === version);
