import { mockServices } from '@backstage/backend-test-utils';
import {
  CallParty,
  known,
  ObjectiveStatus,
  OnCallNow,
  Service,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { BriefSources } from './BriefSources';
import { createBrief } from './createBrief';

const NOW = Date.parse('2026-11-21T02:00:00.000Z');
const MINUTE = 60_000;
const ref = (name: string) => `component:default/${name}`;
const ago = (minutes: number) => toIso(NOW - minutes * MINUTE);

const evidence = {
  ...{ source: 'traces', observedAt: ago(1), validFor: 5 * MINUTE },
};

const owner = { ref: 'group:default/payments', name: 'Card Payments' };

const payments: Service = {
  ...{ ref: ref('payments'), name: 'payments', title: 'Payments' },
  ...{ type: 'service', tier: 'T0', tags: [] },
  owner: { ...owner, exists: true, path: [] },
  runbook: 'https://runbooks.example/payments',
  links: [],
};

const party = (name: string, of?: CallParty['owner']): CallParty => ({
  ...{ id: ref(name), kind: 'service', name, entity: ref(name) },
  ...(of && { owner: of }),
});

const burning = {
  objective: {
    id: 'payments/availability',
    name: 'availability',
    title: 'Availability',
  },
  ...{ state: 'page', words: 'Burns 15× too fast', since: ago(50), evidence },
} as unknown as ObjectiveStatus;

const met: ObjectiveStatus = {
  ...burning,
  state: 'met',
  objective: { ...burning.objective, name: 'latency' },
};

const onCallOf = (name: string, headline: string) =>
  ({
    team: { ref: `group:default/${name}`, name },
    ...{ state: 'covered', headline, evidence },
  } as unknown as OnCallNow);

const mark = (minutes: number, words: string, kind = 'deploy') => ({
  ...{ at: ago(minutes), kind: kind as 'deploy', words, evidence },
});

/** Payments burns since the ledger was deployed; orders is hit. */
const world = (): BriefSources => ({
  services: {
    service: async asked =>
      asked === payments.ref
        ? { service: known(payments, evidence) }
        : undefined,
  },
  onCall: {
    ofServices: async refs =>
      new Map(
        [
          [ref('payments'), onCallOf('payments', 'Ana is on call')] as const,
          [ref('orders'), onCallOf('checkout', 'Nobody is on call')] as const,
        ].filter(([one]) => refs.includes(one)),
      ),
  },
  slo: {
    ofServices: async () => new Map([[payments.ref, [burning, met]]]),
    history: async (_, name) =>
      name === 'availability'
        ? {
            marks: [
              mark(90, 'The target is 99.9 %', 'objective'),
              mark(3, 'Told by others, too'),
            ],
          }
        : undefined,
  },
  marks: {
    read: async service =>
      service === payments.ref
        ? [mark(30, 'payments 12.0.4 in eu1')]
        : [mark(55, 'ledger 7.0.2 in eu1')],
  },
  calls: {
    needs: async () => ({ evidence, of: () => [] }),
    answers: {
      suspects: async () =>
        ({
          suspects: [
            {
              party: party('ledger', {
                ref: 'group:default/books',
                name: 'Books',
              }),
              ...{ explains: 0.7, why: 'ledger explains 70 % of its errors' },
            },
          ],
          evidence,
        } as any),
      blastRadius: async () =>
        ({
          affected: [
            {
              party: party('orders', {
                ref: 'group:default/checkout',
                name: 'Checkout',
              }),
              ...{ share: 0.36, hops: 1, via: [] },
            },
          ],
          ...{ leftOut: 2, evidence },
        } as any),
    },
  },
});

const ask = (
  sources: Partial<BriefSources> = {},
  mayRead: (owner?: string) => boolean = () => true,
) =>
  createBrief({
    sources: { ...world(), ...sources },
    clock: () => NOW,
    logger: mockServices.logger.mock(),
  }).of(payments.ref, { mayRead });

describe('a brief', () => {
  it('says who answers, what burns, what changed, who is suspected, who is hit', async () => {
    const brief = await ask();
    expect(brief.changes).toMatchObject({
      value: [
        { at: ago(30), kind: 'deploy', words: 'payments 12.0.4 in eu1' },
        { at: ago(55), service: { ref: ref('ledger'), name: 'ledger' } },
        { at: ago(90), kind: 'objective' },
      ],
    });
    expect(brief.burning).toMatchObject({ value: [{ state: 'page' }] });
    expect(brief.text).toBe(
      [
        'Payments (component:default/payments), T0, as of 2026-11-21 02:00 UTC',
        'Owner: Card Payments',
        'On call: Ana is on call',
        'Runbook: https://runbooks.example/payments',
        'Burning:',
        '- Availability: Burns 15× too fast',
        'Changed since 00:00 UTC:',
        '- 01:30 UTC payments 12.0.4 in eu1',
        '- 01:05 UTC ledger: ledger 7.0.2 in eu1',
        '- 00:30 UTC The target is 99.9 %',
        'Suspects:',
        '- ledger explains 70 % of its errors',
        'Hit:',
        '- orders (Checkout), 36 % of its calls. Nobody is on call',
        '- and 2 more',
        '',
      ].join('\n'),
    );
  });

  it('names others, and tells no more of them to who may not see them', async () => {
    const { changes, hit } = await ask({}, asked => asked === owner.ref);
    expect(changes).toMatchObject({
      value: [{ words: 'payments 12.0.4 in eu1' }, { kind: 'objective' }],
    });
    expect(hit).toEqual(
      known(
        {
          affected: [
            {
              party: party('orders', {
                ref: 'group:default/checkout',
                name: 'Checkout',
              }),
              ...{ share: 0.36, hops: 1 },
            },
          ],
          leftOut: 2,
        },
        evidence,
      ),
    );
  });

  it('says what is unknown, and why', async () => {
    const { text } = await ask({
      onCall: { ofServices: async () => new Map() },
      slo: {
        ofServices: async () => new Map(),
        history: async () => undefined,
      },
      calls: { ...world().calls, needs: async () => ({ of: () => undefined }) },
      marks: { read: async () => [] },
    });
    expect(text.split('\n').slice(2, -1)).toEqual([
      'On call: unknown. It has no owner who could be asked',
      'Runbook: https://runbooks.example/payments',
      'Burning: unknown. No objective is stated for it',
      'Changed since 00:00 UTC: nothing that is known',
      'Suspects: unknown. No traces have come yet',
      'Hit: unknown. No traces have come yet',
    ]);
  });

  it('lets the others stand when one cannot be asked', async () => {
    const brief = await ask({
      slo: {
        ofServices: async () => {
          throw new Error('connect ECONNREFUSED 10.0.0.1');
        },
        history: async () => undefined,
      },
    });
    expect([brief.burning, brief.hit.state]).toEqual([
      {
        ...{ state: 'unknown', reason: 'source-unavailable' },
        detail: 'Could not be read in time, or not at all: its objectives',
      },
      'known',
    ]);
  });

  it('is of nothing that does not exist', async () => {
    const services = { service: async () => undefined };
    await expect(ask({ services })).rejects.toThrow('There is no service');
  });
});
