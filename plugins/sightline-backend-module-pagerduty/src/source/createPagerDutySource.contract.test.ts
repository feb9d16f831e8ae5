import { testSourceContract } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { id, service, sourcesOf } from '../__testUtils__/accounts';
import { answerAsPagerDuty } from '../__testUtils__/fakePagerDuty/answerAsPagerDuty';
import { shop } from '../__testUtils__/fakePagerDuty/PagerDutyModel';

testSourceContract({
  name: 'pagerduty',
  answer: answerAsPagerDuty({ model: shop }),
  services: [
    service('payments', id('PSPAY')),
    service('search', id('PSSEARCH')),
  ],
  create: world =>
    sourcesOf(
      { apiBaseUrl: world.url, apiToken: world.secret },
      {
        time: Date.now,
      },
    )[0],
});
