import { createHash } from 'node:crypto';
import { momentOf } from '../../engine/moments.ts';
import type { Truth, TruePact } from '../../engine/Truth.ts';
import type { Broker, Deployed, Pact, PactContent } from './Broker.ts';
import { createContents, mismatchOf } from './contents.ts';
import { createPlaces } from './places.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** From the build of a version until it serves customers. */
const DELIVERY = 240 * MINUTE;
/** The broker was set up then; whoever is older came then. */
const BEGINNING = 200 * DAY;

const hash = (text: string) => createHash('sha1').update(text).digest('hex');

/** The same for the same words, whenever the town starts. */
const uuidOf = (...words: string[]) =>
  hash(words.join('\n')).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/,
    '$1-$2-$3-$4-$5',
  );

/** What Harbour told its broker, up to the town's start. */
export function createBroker(truth: Truth, startMs: number): Broker {
  const places = createPlaces(truth, startMs);
  const bornOf = birthsOf(truth, startMs, places);
  const contentOf = createContents(truth);
  const pacts = truth.pacts.map((pact, i): Pact => {
    const content = contentOf(pact);
    return {
      ...{ consumer: pact.consumer, version: pact.consumerVersion },
      ...{
        provider: pact.provider,
        content,
        sha: hash(JSON.stringify(content)),
      },
      createdMs: bornOf(pact.consumer, pact.consumerVersion),
      verifications: verificationsOf({ truth, pact, content, i, startMs }),
    };
  });
  const named = [
    ...truth.services.flatMap(({ pact }) => pact ?? []),
    ...truth.pacts.flatMap(({ consumer, provider }) => [consumer, provider]),
  ];
  return {
    pacticipants: [...new Set(named)].map(name => ({
      ...{ name, createdMs: startMs - BEGINNING },
    })),
    versions: versionsOf(truth, places).map(([pacticipant, number]) => ({
      ...{ pacticipant, number, createdMs: bornOf(pacticipant, number) },
    })),
    pacts,
    environments: truth.environments.map(environment => ({
      ...{ uuid: uuidOf(environment.name), ...environment },
      createdMs: startMs - BEGINNING,
    })),
    deployed: places.map(({ sinceMs, ...place }): Deployed => {
      const { environment, pacticipant, version, instance } = place;
      const words = [environment, pacticipant, version, instance ?? ''];
      const createdMs = sinceMs ?? bornOf(pacticipant, version) + DELIVERY / 2;
      return { uuid: uuidOf(...words), ...place, createdMs };
    }),
  };
}

type Places = ReturnType<typeof createPlaces>;

/** Who was ever named with its number: in a pact, by who checked one, or where it runs. */
function versionsOf({ pacts }: Truth, places: Places): [string, string][] {
  const all = [
    ...pacts.map(pact => [pact.consumer, pact.consumerVersion]),
    ...pacts.map(pact => [pact.provider, pact.providerVersion]),
    ...places.map(({ pacticipant, version }) => [pacticipant, version]),
  ].filter((pair): pair is [string, string] => pair[1] !== null);
  return [...new Map(all.map(pair => [pair.join('\n'), pair])).values()];
}

/**
 * When a version was built: before it was deployed, and before it was checked. What
 * its pacts say may be older, and was checked when an earlier version said the same.
 */
function birthsOf({ pacts }: Truth, startMs: number, places: Places) {
  return (pacticipant: string, number: string): number => {
    const deployed = places.flatMap(place =>
      place.pacticipant === pacticipant &&
      place.version === number &&
      place.sinceMs !== undefined
        ? place.sinceMs - DELIVERY
        : [],
    );
    const checked = pacts.flatMap(({ verifiedAt, ...pact }) => {
      const isProvider =
        pact.provider === pacticipant && pact.providerVersion === number;
      const isConsumer = pact.consumer === pacticipant && deployed.length === 0;
      return verifiedAt !== null && (isProvider || isConsumer)
        ? momentOf(verifiedAt, startMs) - 10 * MINUTE
        : [];
    });
    return Math.min(startMs - DELIVERY, ...deployed, ...checked);
  };
}

function verificationsOf(options: {
  truth: Truth;
  pact: TruePact;
  content: PactContent;
  i: number;
  startMs: number;
}): Pact['verifications'] {
  const { truth, pact, content, i, startMs } = options;
  const { state, providerVersion, verifiedAt } = pact;
  if (providerVersion === null || verifiedAt === null) return [];
  const success = state === 'verified';
  const { mismatch } = mismatchOf(truth, pact.id) ?? {};
  const [identifier, description] = mismatch?.split(': ') ?? [];
  const mismatches = [{ attribute: 'body', identifier, description }];
  const testResults = (content.interactions ?? content.messages ?? []).map(
    one => ({
      interactionDescription: (one as { description: string }).description,
      success,
      ...(!success && { mismatches }),
    }),
  );
  const atMs = momentOf(verifiedAt, startMs);
  return [{ number: 100 + i, providerVersion, success, atMs, testResults }];
}
