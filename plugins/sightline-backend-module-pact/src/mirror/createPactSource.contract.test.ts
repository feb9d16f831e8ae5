import { testSourceContract } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { everythingOf } from '../__testUtils__/brokers';
import { answerAsBroker } from '../__testUtils__/fakeBroker/answerAsBroker';
import { shop } from '../__testUtils__/fakeBroker/BrokerModel';

testSourceContract({
  name: 'pact',
  answer: answerAsBroker({ model: shop }),
  create: ({ url, secret }) =>
    everythingOf({ url, auth: { token: secret } }).source,
});
