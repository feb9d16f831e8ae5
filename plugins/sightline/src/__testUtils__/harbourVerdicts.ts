import {
  ContractVerdict,
  VerdictReason,
} from '@sightline/backstage-plugin-sightline-common';
import { DeployQuestion, Problem } from '../api';
import { NOON } from './harbour';
import { brokerEvidence, pacticipant } from './harbourBroker';

type Said = Pick<ContractVerdict, 'answer' | 'reasons' | 'brokerSays'>;

const reason = (
  kind: VerdictReason['kind'],
  words: string,
  [consumer, consumerVersion, provider, providerVersion]: string[] = [],
): VerdictReason => ({
  ...{ kind, words },
  ...(consumer && {
    ...{ consumer, consumerVersion, provider, providerVersion },
    environment: 'production',
  }),
});

/** One row failed and one has no result: the broker says unknown, which hides the failure. */
const orders: Said = {
  answer: 'no',
  brokerSays: 'unknown',
  reasons: [
    reason('failed', 'Payments 12.0.4 fails the pact of Orders 9.3.2', [
      ...['Orders', '9.3.2', 'Payments', '12.0.4'],
    ]),
    reason(
      'no-result',
      'Nobody has checked whether pricing-svc 4.8.0 keeps the pact of Orders 9.3.2',
      ['Orders', '9.3.2', 'pricing-svc', '4.8.0'],
    ),
    reason(
      'verified',
      'Inventory Service 5.19.0 keeps the pact of Orders 9.3.2',
      ['Orders', '9.3.2', 'Inventory Service', '5.19.0'],
    ),
    reason('disagrees-with-broker', 'The broker itself says unknown'),
  ],
};

/** Two versions of Orders run there, of which the broker looks at one. */
const mobile: Said = {
  answer: 'unknown',
  brokerSays: 'yes',
  reasons: [
    reason(
      'co-deployed-without-result',
      'Orders 9.3.1 and mobile-bff 5.12.3 would meet in production beside versions that were checked, and have no result',
      ['mobile-bff', '5.12.3', 'Orders', '9.3.1'],
    ),
    reason('verified', 'Orders 9.3.2 keeps the pact of mobile-bff 5.12.3', [
      ...['mobile-bff', '5.12.3', 'Orders', '9.3.2'],
    ]),
    reason('disagrees-with-broker', 'The broker itself says yes'),
  ],
};

const nothingNeeded = ({
  pacticipant: name,
  ...asked
}: DeployQuestion): Said => ({
  answer: 'yes',
  brokerSays: 'yes',
  reasons: [
    reason(
      'nothing-needed',
      `${name} ${asked.version} needs nobody in ${asked.environment}, and nobody there needs it`,
    ),
  ],
});

const away: Said = {
  answer: 'unknown',
  reasons: [
    reason(
      'broker-unavailable',
      'The broker could not be asked: it did not answer within 10 s',
    ),
  ],
};

const unpublished = ({ pacticipant: name, version }: DeployQuestion): Said => ({
  answer: 'unknown',
  brokerSays: 'no',
  reasons: [
    reason(
      'no-such-version',
      `The broker knows nothing of version ${version} of ${name}`,
    ),
    reason('disagrees-with-broker', 'The broker itself says no'),
  ],
});

const saidOf = (question: DeployQuestion): Said => {
  const { pacticipant: name, version, environment } = question;
  if (version === '0.0.0') {
    return unpublished(question);
  }
  if (environment === 'staging') {
    return away;
  }
  const known: Record<string, Said> = { Orders: orders, 'mobile-bff': mobile };
  return Object.hasOwn(known, name) ? known[name] : nothingNeeded(question);
};

/** What the town's broker and our reading of it say of a version. */
export const harbourVerdict = (
  question: DeployQuestion,
  now = NOON,
): ContractVerdict => {
  const { pacticipant: name, version, environment } = question;
  if (name === 'Wiffle') {
    throw new Problem(
      'not-found',
      "Sightline does not know this. No broker knows of 'Wiffle': is it spelled as in the pacts, and was its broker mirrored?",
    );
  }
  return {
    ...{ pacticipant: pacticipant(name), version, environment },
    ...saidOf(question),
    evidence: brokerEvidence(now),
  };
};
