import {
  BlastRadius,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';
import { before, figures, traced } from './harbourFigures';
import { party } from './harbourParties';

const window = (now: number) => ({
  from: before(60, now),
  to: before(0, now),
});

/** Who fails if Orders fails. */
export const blastRadius = (now = NOON): BlastRadius => ({
  party: party('orders'),
  window: window(now),
  affected: [
    { party: party('fraud'), hops: 1, share: 0.98, via: [] },
    {
      party: party('payments'),
      hops: 2,
      share: 0.9,
      via: ['component:default/fraud'],
    },
    { party: party('mobile-bff'), hops: 1, share: 0.13, via: [] },
    { party: party('web-bff'), hops: 1, share: 0.031, via: [] },
    {
      party: party('edge-gateway'),
      hops: 2,
      share: 0.026,
      via: ['component:default/web-bff'],
    },
  ],
  delayed: ['invoices', 'shipping', 'notifications'].map(party),
  leftOut: 2,
  assumptions: [
    'Every synchronous call is needed: none of them has a fallback.',
    'What was counted in this window is what will be.',
  ],
  evidence: traced(now),
});

/** Which dependency explains what went wrong in Orders. */
export const suspects = (now = NOON): Suspects => ({
  party: party('orders'),
  window: window(now),
  compared: { from: before(1_500, now), to: before(1_440, now) },
  own: {
    figures: figures(5, 0.0413, [101, 610]),
    before: figures(5, 0.00295, [101, 299]),
  },
  suspects: [
    {
      party: party('payments'),
      hops: 1,
      via: [],
      explains: 0.86,
      figures: figures(0.9, 0.052, [330, 980]),
      before: figures(0.9, 0.0088, [325, 970]),
      why: '5.2 % of its calls fail, 0.9 % did a day ago; its failures came first.',
    },
    {
      party: party('external:api.cardrail.example'),
      hops: 2,
      via: ['component:default/payments'],
      explains: 0.81,
      figures: figures(1, 0.048, [210, 700]),
      before: figures(1, 0.0065, [210, 700]),
      why: 'Payments fails when it does.',
    },
  ],
  evidence: traced(now),
});
