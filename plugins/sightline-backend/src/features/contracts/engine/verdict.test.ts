import {
  BrokerVerdict,
  VerdictRow,
} from '@sightline/backstage-plugin-sightline-node';
import fc from 'fast-check';
import { mirrorOf, pact, there } from '../__testUtils__/shop';
import { readVerdict } from './verdict';

const question = {
  ...{ pacticipant: 'cart', version: '2', environment: 'production' },
};

/** `cart 2 → orders 7 yes`: a row of the broker; `-` where nothing is known. */
const row = (text: string, more: Partial<VerdictRow> = {}): VerdictRow => {
  const [consumer, consumerVersion, , provider, providerVersion, success] =
    text.split(' ');
  return {
    ...{ consumer, consumerVersion, provider },
    ...(providerVersion !== '-' && { providerVersion }),
    ...(success !== '-' && { success: success === 'yes' }),
    ...more,
  };
};

const says = (
  answer: BrokerVerdict['says'],
  ...rows: VerdictRow[]
): BrokerVerdict => ({ says: answer, rows });

const orders7 = [there('orders 7 production')];

describe('our reading of what a broker says', () => {
  it.each<
    [
      string,
      Omit<Parameters<typeof readVerdict>[0], keyof typeof question>,
      string,
      string[],
    ]
  >([
    [
      'is a yes when everything that would meet was verified',
      {
        mirror: mirrorOf([], orders7),
        broker: says('yes', row('cart 2 → orders 7 yes')),
      },
      'yes',
      ['verified orders 7 keeps the pact of cart 2'],
    ],
    [
      'is a no for one failed row, though the broker calls it unknown',
      {
        mirror: mirrorOf([], [...orders7, there('stock 3 production')]),
        broker: says(
          'unknown',
          row('cart 2 → orders 7 no'),
          row('cart 2 → stock 3 -'),
        ),
      },
      'no',
      [
        'failed orders 7 fails the pact of cart 2',
        'no-result Nobody has checked whether stock 3 keeps the pact of cart 2',
        'disagrees-with-broker The broker itself says unknown',
      ],
    ],
    [
      'is unknown where a second instance runs that nobody checked',
      {
        mirror: mirrorOf([], [...orders7, there('orders 6 production', 'eu')]),
        broker: says('yes', row('cart 2 → orders 7 yes')),
      },
      'unknown',
      [
        'co-deployed-without-result orders 6 and cart 2 would meet in production beside versions that were checked, and have no result',
        'verified orders 7 keeps the pact of cart 2',
        'disagrees-with-broker The broker itself says yes',
      ],
    ],
    [
      'is unknown while a provider that is needed is not there',
      {
        mirror: mirrorOf([]),
        broker: says('unknown', row('cart 2 → orders - -')),
      },
      'unknown',
      [
        'not-deployed cart 2 needs orders, of which no version is in production',
      ],
    ],
    [
      'holds a provider by the consumers that are there',
      {
        mirror: mirrorOf(
          [pact('web 4 → cart'), pact('app 1 → cart 2', 'failed')],
          [there('web 4 production'), there('app 1 production')],
        ),
        broker: says('no', row('app 1 → cart 2 no')),
      },
      'no',
      [
        'failed cart 2 fails the pact of app 1',
        'no-result Nobody has checked whether cart 2 keeps the pact of web 4',
      ],
    ],
    [
      'needs no result with a consumer that is elsewhere',
      {
        mirror: mirrorOf([pact('web 4 → cart')], [there('web 4 test')]),
        broker: says('yes'),
      },
      'yes',
      [
        'nothing-needed cart 2 needs nobody in production, and nobody there needs it',
      ],
    ],
    [
      'leaves aside what the broker was told to ignore',
      {
        mirror: mirrorOf([pact('cart 2 → stock')], orders7),
        broker: says(
          'yes',
          row('cart 2 → orders 7 yes'),
          row('cart 2 → stock - -', { ignored: true }),
        ),
      },
      'yes',
      [
        'verified orders 7 keeps the pact of cart 2',
        'ignored stock with cart 2 was left aside, as asked',
      ],
    ],
    [
      'is unknown for a version of which nothing was published, though the broker says no',
      {
        mirror: mirrorOf([]),
        broker: { ...says('no'), missing: 'version 2 of cart' },
      },
      'unknown',
      [
        'no-such-version The broker knows nothing of version 2 of cart',
        'disagrees-with-broker The broker itself says no',
      ],
    ],
    [
      'is unknown while the broker is away, also where all that is known is well',
      {
        mirror: mirrorOf([pact('cart 2 → orders 7')], orders7),
        unavailable: 'it hangs',
      },
      'unknown',
      [
        'broker-unavailable The broker could not be asked: it hangs',
        'verified orders 7 keeps the pact of cart 2',
      ],
    ],
    [
      'drops what an old answer says of versions that are gone',
      {
        mirror: mirrorOf([], [there('orders 8 production')]),
        broker: { ...says('no', row('cart 2 → orders 7 no')), isOld: true },
        unavailable: 'it hangs',
      },
      'unknown',
      [
        'broker-unavailable The broker could not be asked: it hangs',
        'disagrees-with-broker The broker itself says no',
      ],
    ],
    [
      'shares results between versions that say the same',
      {
        mirror: mirrorOf(
          [
            pact('cart 1 → orders 7', 'success', { contentId: 'same' }),
            pact('cart 2 → orders', 'never', { contentId: 'same' }),
          ],
          orders7,
        ),
        broker: says('yes'),
      },
      'yes',
      ['verified orders 7 keeps the pact of cart 2'],
    ],
  ])('%s', (_title, input, answer, reasons) => {
    const verdict = readVerdict({ ...question, ...input });
    expect({
      answer: verdict.answer,
      reasons: verdict.reasons.map(({ kind, words }) => `${kind} ${words}`),
    }).toEqual({ answer, reasons });
  });
});

const rows = fc.array(
  fc.record({
    provider: fc.constantFrom('orders', 'stock', 'mail'),
    version: fc.constantFrom('1', '2', '-'),
    success: fc.constantFrom('yes', 'no', '-'),
    ignored: fc.boolean(),
  }),
  { maxLength: 8 },
);
const placed = fc.subarray([
  ...['orders 1 production', 'orders 2 production', 'stock 1 production'],
  'mail 2 test',
]);

describe('any reading', () => {
  const read = (
    said: {
      provider: string;
      version: string;
      success: string;
      ignored: boolean;
    }[],
    places: string[],
  ) => {
    const given = said.map(one =>
      row(`cart 2 → ${one.provider} ${one.version} ${one.success}`, {
        ...(one.ignored && { ignored: true }),
      }),
    );
    const mirror = mirrorOf(
      [],
      places.map(place => there(place)),
    );
    return readVerdict({
      ...{ ...question, mirror, broker: says('yes', ...given) },
    });
  };

  it('is a yes only when no reason is open, and a no only with a failed one', () => {
    fc.assert(
      fc.property(rows, placed, (said, places) => {
        const { answer, reasons } = read(said, places);
        const kinds = reasons.map(({ kind }) => kind);
        const open = kinds.filter(kind =>
          [
            ...['no-result', 'co-deployed-without-result', 'not-deployed'],
            ...['no-such-version', 'broker-unavailable'],
          ].includes(kind),
        );
        const failed = kinds.includes('failed');
        const unknown = open.length > 0 ? 'unknown' : 'yes';
        expect(answer).toBe(failed ? 'no' : unknown);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(rows, placed, (said, places) => {
        const unlike = new Map(
          said.map(one => [`${one.provider} ${one.version}`, one]),
        );
        const some = [...unlike.values()];
        expect(read([...some].reverse(), places).answer).toBe(
          read(some, places).answer,
        );
      }),
    );
  });

  it('never gets better because something more is there', () => {
    const rank = { yes: 2, unknown: 1, no: 0 };
    fc.assert(
      fc.property(rows, placed, (said, places) => {
        const before = read(
          said.filter(({ version }) => version !== '-'),
          places,
        );
        const after = read(
          said.filter(({ version }) => version !== '-'),
          [...places, 'orders 9 production'],
        );
        expect(rank[after.answer]).toBeLessThanOrEqual(rank[before.answer]);
      }),
    );
  });
});
