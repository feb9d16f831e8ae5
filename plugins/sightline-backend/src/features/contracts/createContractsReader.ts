import {
  ContractedApi,
  ContractGap,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Contents } from './asking/createContentCache';
import { ContentReader } from './asking/createContents';
import { Verdicts } from './asking/createVerdicts';
import { ContractsReader, DeployQuestion } from './ContractsReader';
import { apisOf, ApiCatalog } from './engine/apis';
import { BrokerMirror, Contracted } from './engine/BrokerMirror';
import { evidenceOf } from './engine/evidenceOf';
import { gapsOf } from './engine/gaps';
import { isAboutCalls, kindOf } from './engine/interactionKinds';
import { matrixOf } from './engine/matrix';
import { uncoveredOperations } from './engine/operations';
import { Pair, servicePairs, ServicePair } from './engine/pairStates';
import { promisedBy } from './engine/promised';
import { ownContracts } from './engine/serviceContracts';
import { Traffic } from './engine/Traffic';
import { ChangeReader } from './mirror/createChangeReader';
import { MirrorReader } from './mirror/createMirrorReader';

const changesShown = 50;
const pairsShown = 2_000;

export type ContractsReaderOptions = {
  mirrors: MirrorReader;
  changes: ChangeReader;
  contents: Pick<ContentReader, 'read'>;
  verdicts: Verdicts;
  catalog: { read(): Promise<ApiCatalog> };
  traffic(): Promise<Traffic>;
};

export const createContractsReader = (
  options: ContractsReaderOptions,
): ContractsReader => {
  const { mirrors, changes, contents, verdicts, catalog, traffic } = options;

  const mirrorOf = (
    contracted: Contracted,
    { pacticipant, broker }: Pick<DeployQuestion, 'pacticipant' | 'broker'>,
  ): BrokerMirror | undefined =>
    contracted.mirrors.find(
      mirror =>
        (broker === undefined || mirror.broker === broker) &&
        mirror.pacticipants.some(({ name }) => name === pacticipant),
    );

  const gapsFor = async (
    ref: ServiceRef,
    pairs: ReadonlyMap<string, ServicePair>,
    read: { contracted: Contracted; contents: Contents; catalog: ApiCatalog },
  ): Promise<ContractGap[]> => {
    if (read.contracted.namesOf(ref).length === 0) return [];
    const seen = await traffic();
    const gaps = gapsOf({
      ...{ service: ref, traffic: seen, contracts: pairs },
      isAboutCalls: pair => speaksOfCalls(pair, read.contents),
      nameOf: one => read.catalog.services.get(one)?.name ?? one,
    });
    const spoken = [...pairs.values()].filter(
      pair => pair.consumer === ref || pair.provider === ref,
    );
    const missing = [];
    for (const pair of spoken) {
      const gap = await missingIn(pair, seen, read);
      if (gap) missing.push(gap);
    }
    return [...missing, ...gaps];
  };

  return {
    async matrix({ environment, q, state, mayRead, limit }) {
      const contracted = await mirrors.read();
      const evidence = evidenceOf(contracted);
      const said = await contents.read();
      return {
        ...matrixOf({
          ...{ contracted, traffic: await traffic(), environment, q, state },
          isAboutCalls: pair => speaksOfCalls(pair, said),
          mayRead: mayRead ?? (() => true),
          atMost: limit ?? pairsShown,
        }),
        ...(evidence && { evidence }),
      };
    },

    async ofService(ref) {
      const contracted = await mirrors.read();
      const read = {
        ...{ contracted, contents: await contents.read() },
        catalog: await catalog.read(),
      };
      const pairs = servicePairs(contracted);
      const evidence = evidenceOf(contracted);
      const apis: ContractedApi[] = apisOf(ref, read.catalog, pairs);
      return {
        service: ref,
        ...ownContracts(contracted, ref, (pact, broker) =>
          kindOf(read.contents.of(broker, pact)),
        ),
        gaps: await gapsFor(ref, pairs, read),
        apis,
        changes: await changes.ofService(contracted, ref, changesShown),
        ...(evidence && { evidence }),
      };
    },

    async pacticipant(asked) {
      const contracted = await mirrors.read();
      const mirror = mirrorOf(contracted, asked);
      return mirror && contracted.pacticipant(mirror.broker, asked.pacticipant);
    },

    async canIDeploy(question) {
      const contracted = await mirrors.read();
      const mirror = mirrorOf(contracted, question);
      return mirror && verdicts.of(contracted, mirror, question);
    },

    async verdictsOf(ref, { version, environment }) {
      const contracted = await mirrors.read();
      return Promise.all(
        contracted.namesOf(ref).flatMap(({ broker, name }) => {
          const mirror = contracted.mirrors.find(one => one.broker === broker);
          const question = { pacticipant: name, version, environment };
          return mirror ? [verdicts.of(contracted, mirror, question)] : [];
        }),
      );
    },

    async promised() {
      const contracted = await mirrors.read();
      if (contracted.mirrors.length === 0) return undefined;
      const said = await contents.read();
      const evidence = evidenceOf(contracted);
      return {
        ...promisedBy(contracted, pair => interactionsOf(pair, said)),
        ...(evidence && { evidence }),
      };
    },

    isKnown: async () => (await mirrors.read()).mirrors.length > 0,
  };
};

const interactionsOf = ({ mirror, head }: Pair, contents: Contents) =>
  head && contents.of(mirror.broker, head);

/**
 * Who sends messages is not called: only of a pact that is known to be about calls
 * can it be said that it is silent.
 */
const speaksOfCalls = (pair: Pair, contents: Contents) =>
  isAboutCalls(interactionsOf(pair, contents)) === true;

/** Operations that are called and are in none of the pacts of two services. */
const missingIn = async (
  { consumer, provider, pairs }: ServicePair,
  traffic: Traffic,
  { contents, catalog }: { contents: Contents; catalog: ApiCatalog },
): Promise<ContractGap | undefined> => {
  if (!traffic.pairs.get(`${consumer} ${provider}`)?.isSync) return undefined;
  const said = pairs.map(pair => interactionsOf(pair, contents));
  // While one of them was not read nobody can tell.
  if (said.includes(undefined)) return undefined;
  const operations = uncoveredOperations(
    await traffic.operations(consumer, provider),
    said.flatMap(one => one ?? []),
  ).slice(0, 50);
  if (operations.length === 0) return undefined;
  const named = (ref: ServiceRef) => ({
    ...{ ref, name: catalog.services.get(ref)?.name ?? ref },
  });
  const ends = { consumer: named(consumer), provider: named(provider) };
  return {
    ...{ kind: 'traffic-without-contract', ...ends, operations },
    words: `${ends.consumer.name} calls ${operations.length} operations of ${ends.provider.name} of which no pact speaks`,
  };
};
