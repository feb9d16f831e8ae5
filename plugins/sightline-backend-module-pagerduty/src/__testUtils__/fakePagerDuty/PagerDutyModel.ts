/** Somebody has a shift in a schedule, or takes it over from whoever has it. */
export type FakeShift = { user: string; from: string; to: string };

export type FakeTarget = { user: string } | { schedule: string };

/** What an account holds; times as PagerDuty writes them. */
export type PagerDutyModel = {
  users: { id: string; name: string; email?: string }[];
  services: { id: string; name: string; policy: string; key?: string }[];
  /** levels in their order, each with all who are asked at once */
  policies: { id: string; name: string; levels: FakeTarget[][] }[];
  schedules: {
    id: string;
    /** shift-based schedules are answered at other addresses, and put people on call alike */
    kind: 'layers' | 'shifts';
    shifts: FakeShift[];
    overrides?: FakeShift[];
  }[];
};

/** A shop with a gap, an override, a permanent manager and a shift-based schedule. */
export const shop: PagerDutyModel = {
  users: [
    { id: 'PUANA', name: 'Ana Marković', email: 'ana@harbour.example' },
    { id: 'PUBEN', name: 'Ben Osei', email: 'ben@harbour.example' },
    { id: 'PUCHLOE', name: 'Chloé Martin', email: 'chloe@harbour.example' },
    { id: 'PUBOT', name: 'Escalation Bot' },
  ],
  services: [
    { id: 'PSPAY', name: 'Card Payments', policy: 'PEPAY', key: 'a1b2c3d4e5' },
    { id: 'PSLEDGER', name: 'Ledger', policy: 'PEPAY' },
    { id: 'PSSEARCH', name: 'Search', policy: 'PESEARCH', key: 'f6a7b8c9d0' },
    { id: 'PSOLD', name: 'Nobody knows', policy: 'PEOLD' },
  ],
  policies: [
    {
      ...{ id: 'PEPAY', name: 'Card Payments' },
      levels: [[{ schedule: 'PDPAY' }], [{ user: 'PUCHLOE' }]],
    },
    {
      ...{ id: 'PESEARCH', name: 'Search' },
      levels: [
        [{ schedule: 'PDSEARCH' }, { user: 'PUBOT' }],
        [{ user: 'PUANA' }],
      ],
    },
    { id: 'PEOLD', name: 'Old', levels: [[{ user: 'PUBEN' }]] },
  ],
  schedules: [
    {
      ...{ id: 'PDPAY', kind: 'layers' },
      shifts: [
        {
          ...{ user: 'PUANA', from: '2026-11-21T00:00:00Z' },
          to: '2026-11-22T02:30:00Z',
        },
        {
          ...{ user: 'PUBEN', from: '2026-11-22T06:00:00Z' },
          to: '2026-11-29T06:00:00Z',
        },
      ],
      overrides: [
        {
          ...{ user: 'PUCHLOE', from: '2026-11-23T00:00:00Z' },
          to: '2026-11-24T00:00:00Z',
        },
      ],
    },
    {
      ...{ id: 'PDSEARCH', kind: 'shifts' },
      shifts: [
        {
          ...{ user: 'PUBEN', from: '2026-11-20T09:00:00+01:00' },
          to: '2026-11-27T09:00:00+01:00',
        },
      ],
    },
  ],
};

const DAY = 86_400_000;

/** Many policies of three levels: turns of a week, turns of a week, a manager. */
export const manyPolicies = (
  count: number,
  { begin, turns, days }: { begin: number; turns: number; days: number },
): PagerDutyModel => {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const at = (turn: number) =>
    new Date(begin + turn * days * DAY).toISOString();
  const user = (number: number) => `PU${number % 50}`;
  return {
    users: Array.from({ length: 50 }, (_, number) => ({
      ...{ id: `PU${number}`, name: `User ${number}` },
      email: `user${number}@harbour.example`,
    })),
    services: numbers.map(number => ({
      ...{ id: `PS${number}`, name: `Service ${number}` },
      policy: `PE${number}`,
    })),
    policies: numbers.map(number => ({
      ...{ id: `PE${number}`, name: `Policy ${number}` },
      levels: [
        [{ schedule: `PD${number}` }],
        [{ schedule: `PE${number}-2` }],
        [{ user: user(number) }],
      ],
    })),
    schedules: numbers.flatMap(number =>
      [`PD${number}`, `PE${number}-2`].map(id => ({
        ...{ id, kind: 'layers' as const },
        shifts: Array.from({ length: turns }, (_, turn) => ({
          ...{ user: user(number + turn), from: at(turn), to: at(turn + 1) },
        })),
      })),
    ),
  };
};
