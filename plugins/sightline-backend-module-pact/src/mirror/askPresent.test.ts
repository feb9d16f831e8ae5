import { ok } from '@sightline/backstage-plugin-sightline-node';
import { createContext } from '../__testUtils__/brokers';
import { BrokerClient } from '../client/createBrokerClient';
import { readIndex } from '../client/engine/brokerIndex';
import { askPresent } from './askPresent';

const base = 'https://tools.example/pact';
const links = {
  self: { href: `${base}/` },
  'pb:environments': { href: `${base}/environments` },
};

/** What a broker answers that has one environment with these links. */
const ask = (own: Record<string, string>) => {
  const environments = [
    {
      name: 'production',
      _links: Object.fromEntries(
        Object.entries(own).map(([relation, href]) => [
          `pb:currently-${relation}-versions`,
          { href },
        ]),
      ),
    },
  ];
  const present = [
    {
      _embedded: {
        ...{ pacticipant: { name: 'cart' }, version: { number: '7' } },
      },
    },
  ];
  const client: BrokerClient = {
    index: async () => ok(readIndex({ _links: links }, base)),
    ask: async ({ url, read }) =>
      ok(
        read({
          _embedded: url.endsWith('/environments')
            ? { environments }
            : { deployedVersions: present, releasedVersions: [] },
        }),
      ),
  };
  const index = readIndex({ _links: links }, base);
  return askPresent({ client, index, choice: {}, context: createContext() });
};

describe('what is in an environment', () => {
  it('is what its links lead to', async () => {
    const answer = await ask({
      'deployed-deployed': `${base}/deployed`,
      'supported-released': 'http://broker:9292/pact/released',
    });
    expect(answer).toMatchObject({
      value: { present: [{ pacticipant: 'cart', version: '7' }] },
    });
    expect(answer).not.toHaveProperty('notes');
  });

  it('is unknown, and said to be, where there is no link', async () => {
    expect(await ask({})).toMatchObject({
      value: { environments: [{ name: 'production' }], present: [] },
      notes: [
        "The broker has no link to what is deployed to 'production': that is unknown",
      ],
    });
  });

  it('is no answer where a link leads away: it would look empty', async () => {
    expect(await ask({ 'deployed-deployed': 'http://[broken' })).toMatchObject({
      outcome: 'failed',
      fault: { words: expect.stringContaining("'production' leads away") },
    });
  });
});
