import { FakeSightline } from '../src/__testUtils__/FakeSightline';
import { HarbourContracts } from '../src/__testUtils__/HarbourContracts';
import {
  harbourContracts,
  largeBroker,
  noBroker,
} from '../src/__testUtils__/harbourMatrix';
import {
  Contracted,
  harbourServiceContracts,
} from '../src/__testUtils__/harbourServiceContracts';

const now = Date.now();

const known = harbourContracts(now);

const ofService = (contracted: Contracted): HarbourContracts => ({
  ...known,
  getServiceContracts: service =>
    harbourServiceContracts(service, now, contracted),
});

/** What a broker may know, by the word of the switch. */
const brokers: Record<string, HarbourContracts> = {
  'no broker': noBroker,
  'broker without pacts': harbourContracts(now, []),
  'broker with 5,000 pairs': harbourContracts(now, largeBroker(5_000, now)),
  'service no broker knows': ofService('nobody'),
  'service without a pact': ofService('unpublished'),
  'service whose pacts are kept': ofService('kept'),
  'service with 60 consumers': ofService('crowded'),
};

/** States of the contracts; `make` knows the rest of the town. */
export const contractScenarios = (
  make: (contracts: HarbourContracts) => FakeSightline,
): Record<string, () => FakeSightline> => ({
  ...Object.fromEntries(
    Object.entries(brokers).map(([word, broker]) => [word, () => make(broker)]),
  ),
  'verdicts cannot be had': () =>
    Object.assign(make(known), {
      problem: 'unavailable',
      failing: ['getCanIDeploy'],
    }),
});
