import { NOON, truth } from '../../__testUtils__/harbour.ts';
import { answerAsBroker } from '../api/answerAsBroker.ts';
import type { Broker } from '../model/Broker.ts';
import { createBroker } from '../model/createBroker.ts';

const START = NOON / 1000;
export const harbourBroker = createBroker(truth, START);
const ORIGIN = 'http://broker';

/** What a broker answers to a path with its query, as JSON. */
export function askBroker(url: string, broker: Broker = harbourBroker) {
  const { pathname, searchParams } = new URL(url, ORIGIN);
  const { status, body } = answerAsBroker(broker, {
    ...{ path: pathname, query: searchParams, origin: ORIGIN },
    accept: 'application/hal+json',
  });
  return { status, body: JSON.parse(body) };
}

type Sided = { name: string; version: { number: string } | null };

export const canIDeploy = (
  pacticipant: string,
  version: string,
  environment: string,
  broker?: Broker,
) => {
  const query = new URLSearchParams({ pacticipant, version, environment });
  return inShort(askBroker(`/can-i-deploy?${query}`, broker).body);
};

/** `true`, and a line for each row: `Orders 9.3.2 → users 4.11.0 true`. */
export const inShort = ({
  summary,
  matrix,
}: {
  summary: { deployable: boolean | null };
  matrix: {
    consumer: Sided;
    provider: Sided;
    verificationResult: { success: boolean } | null;
    ignored?: boolean;
  }[];
}) => ({
  deployable: summary.deployable,
  rows: matrix.map(({ consumer, provider, verificationResult, ignored }) => {
    const result = verificationResult ? verificationResult.success : '-';
    const words = `${sideOf(consumer)} → ${sideOf(provider)} ${result}`;
    return ignored ? `${words} ignored` : words;
  }),
});

const sideOf = ({ name, version }: Sided) =>
  `${name} ${version?.number ?? '-'}`;
