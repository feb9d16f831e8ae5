import { Knex } from 'knex';
import { AnswerContext } from '../answers/AnswerContext';
import { createCallAnswers } from '../createCallAnswers';
import { createGraphReader } from '../createGraphReader';
import { createJourneyReader } from '../createJourneyReader';
import { createDriftRow } from '../driftRow';
import { callsWorld, fakeCatalog, fakeNames, ref } from './callsWorld';

const entry = (name: string, more: object = {}) => ({
  [ref(name)]: { ref: ref(name), name, ...more },
});

const needs = (target: string) => ({
  ...{ ref: target, name: target, relation: 'dependsOn' },
});

/** A shop whose catalog declares that orders needs its database and, wrongly, the ledger. */
const shop = fakeCatalog({
  services: {
    ...entry('storefront'),
    ...entry('orders', {
      ...{ name: 'Orders', tier: 'T0' },
      owner: { ref: 'group:default/shop', name: 'Shop' },
    }),
    ...entry('payments'),
    ...entry('ledger'),
    ...entry('users'),
  },
  resources: {
    'resource:default/orders-db': {
      ...{ ref: 'resource:default/orders-db', name: 'orders-db' },
    },
  },
  needs: {
    [ref('orders')]: {
      dependencies: [needs('resource:default/orders-db'), needs(ref('ledger'))],
    },
  },
});

/** Store and answers over one database. */
export const answersWorld = (database: Knex) => {
  const world = callsWorld(database);
  const { clock } = world;
  const names = fakeNames({
    'shop/storefront': ref('storefront'),
    'shop/orders': ref('orders'),
    'shop/payments': ref('payments'),
  });
  const context: AnswerContext = {
    graphs: createGraphReader({ database, names, catalog: shop, clock }),
    journeys: createJourneyReader({ database, clock }),
    contracts: async () => undefined,
    linkTo: traceId => `https://traces/${traceId}`,
    ...{ catalog: shop, clock },
  };
  return {
    ...world,
    answers: createCallAnswers(context),
    row: createDriftRow(context),
  };
};
