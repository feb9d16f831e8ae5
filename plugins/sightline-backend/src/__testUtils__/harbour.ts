import {
  component,
  domain,
  group,
  system,
  user,
} from '../features/services/__testUtils__/entities';

/**
 * The running example: five services of a small port.
 *
 *   company ── payments ── risk        payments, ledger │ fraud
 *          └── yard                    crane
 *                                      orphan belongs to nobody
 */
export const harbour = () => [
  group('company'),
  group('payments', 'company', 'Payments'),
  group('risk', 'payments', 'Risk'),
  group('yard', 'company', 'Yard'),
  user('ann'),
  domain('commerce'),
  system('checkout', 'commerce'),
  system('quay'),
  component('payments', {
    owner: 'payments',
    system: 'checkout',
    tier: 'T0',
    title: 'Payments',
    tags: ['go'],
    description: '=Takes money, "at once"',
    dependsOn: ['component:default/ledger'],
  }),
  component('ledger', { owner: 'payments', system: 'checkout', tier: 'T1' }),
  component('fraud', { owner: 'risk', tier: 'T1', tags: ['go', 'ml'] }),
  component('crane', {
    owner: 'yard',
    system: 'quay',
    lifecycle: 'experimental',
    type: 'worker',
  }),
  component('orphan'),
];

export const ref = (name: string) => `component:default/${name}`;
