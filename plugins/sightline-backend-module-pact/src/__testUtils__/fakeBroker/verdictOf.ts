import { BrokerModel, ModelPact, ModelVerification } from './BrokerModel';

type Asked = { pacticipant: string; version: string; environment: string };

const row = (pact: ModelPact, verification?: ModelVerification) => ({
  consumer: { name: pact.consumer, version: { number: pact.version } },
  provider: {
    name: pact.provider,
    version: verification ? { number: verification.providerVersion } : null,
  },
  pact: { createdAt: pact.createdAt },
  verificationResult: verification
    ? { success: verification.success, verifiedAt: verification.at }
    : null,
});

/**
 * As a broker reckons, with what is surprising about it: unknown wins over
 * failure, and a provider that runs in two versions, of which one was verified,
 * has a row for that one alone.
 */
export const verdictOf = (
  { pacts, present }: BrokerModel,
  { pacticipant, version, environment }: Asked,
) => {
  const there = (name: string) =>
    present
      .filter(
        one => one.environment === environment && one.pacticipant === name,
      )
      .map(one => one.version);
  const asConsumer = pacts
    .filter(pact => pact.consumer === pacticipant && pact.version === version)
    .flatMap(pact => {
      const verified = (pact.verifications ?? []).filter(one =>
        there(pact.provider).includes(one.providerVersion),
      );
      return verified.length > 0
        ? verified.map(one => row(pact, one))
        : [row(pact)];
    });
  const asProvider = pacts
    .filter(
      pact =>
        pact.provider === pacticipant &&
        there(pact.consumer).includes(pact.version),
    )
    .map(pact =>
      row(
        pact,
        pact.verifications?.find(one => one.providerVersion === version),
      ),
    );
  const matrix = [...asConsumer, ...asProvider];
  const isThere = pacts.some(
    pact =>
      (pact.consumer === pacticipant && pact.version === version) ||
      (pact.provider === pacticipant &&
        pact.verifications?.some(one => one.providerVersion === version)),
  );
  const results = matrix.map(one => one.verificationResult?.success);
  const count = (result: boolean | undefined) =>
    results.filter(one => one === result).length;
  return {
    summary: {
      deployable: isThere ? deployable(results) : false,
      ...{ reason: 'in words', success: count(true) },
      ...{ failed: count(false), unknown: count(undefined) },
    },
    notices: [],
    matrix,
  };
};

const deployable = (results: (boolean | undefined)[]) =>
  results.includes(undefined) ? null : !results.includes(false);
