import {
  IndicatorKind,
  ObjectiveOriginKind,
} from '@sightline/backstage-plugin-sightline-common';
import { competeForService } from './compete';
import { Candidate } from './Statement';

const service = 'component:default/orders';

const candidate = (
  kind: ObjectiveOriginKind,
  indicator: IndicatorKind,
  name: string,
  where: string = kind,
): Candidate => ({
  ...{ service, name, title: name, target: 0.99 },
  indicator: { kind: indicator, words: indicator },
  window: { kind: 'rolling', duration: 2_592_000_000 },
  budgeting: { method: 'occurrences' },
  measure: { by: 'calls', of: 'availability' },
  origin: { kind, where },
});

const winners = (candidates: Candidate[], atMost = 20) => {
  const { winners: won, leftOut } = competeForService(candidates, atMost);
  return {
    won: won.map(({ name, origin }) => `${name} by ${origin.kind}`),
    leftOut: leftOut.map(({ words }) => words),
  };
};

const defaults = [
  candidate('tier', 'availability', 'availability'),
  candidate('tier', 'latency', 'latency'),
];

describe('who wins', () => {
  it.each<[string, Candidate[], string[]]>([
    [
      'nobody but the tier speaks',
      [],
      ['availability by tier', 'latency by tier'],
    ],
    [
      'a document replaces the default of its kind, and of no other',
      [candidate('openslo', 'availability', 'orders-up')],
      ['orders-up by openslo', 'latency by tier'],
    ],
    [
      'a document comes before what is pushed, that before Sloth, that before Pyrra',
      [
        candidate('pyrra', 'availability', 'd'),
        candidate('sloth', 'availability', 'c'),
        candidate('pushed', 'availability', 'b'),
        candidate('openslo', 'availability', 'a'),
        candidate('pyrra', 'latency', 'e'),
        candidate('sloth', 'latency', 'f'),
      ],
      ['a by openslo', 'f by sloth'],
    ],
    [
      'several of the winner stand beside each other',
      [
        candidate('openslo', 'availability', 'b'),
        candidate('openslo', 'availability', 'a'),
      ],
      ['a by openslo', 'b by openslo', 'latency by tier'],
    ],
    [
      'what is about something else takes nobody’s place',
      [
        candidate('openslo', 'other', 'fresh'),
        candidate('pushed', 'other', 'complete'),
      ],
      [
        'fresh by openslo',
        'complete by pushed',
        'availability by tier',
        'latency by tier',
      ],
    ],
    [
      'a default makes way for a name that is taken',
      [candidate('openslo', 'other', 'availability')],
      [
        'availability by openslo',
        'availability-tier by tier',
        'latency by tier',
      ],
    ],
  ])('%s', (_, candidates, won) => {
    const forwards = winners([...candidates, ...defaults]);
    const backwards = winners([...candidates, ...defaults].reverse());
    expect(forwards).toEqual({ won, leftOut: [] });
    expect(backwards).toEqual(forwards);
  });

  it('says which of two of one name counts', () => {
    expect(
      winners([
        candidate('openslo', 'availability', 'up', 'b.yaml'),
        candidate('openslo', 'availability', 'up', 'a.yaml'),
      ]),
    ).toEqual({
      won: ['up by openslo'],
      leftOut: [
        "The objective 'up' of component:default/orders is stated in a.yaml already, which counts; give one of them another name",
      ],
    });
  });

  it('says what is beyond the limit', () => {
    expect(
      winners(
        ['a', 'b', 'c'].map(name => candidate('openslo', 'other', name)),
        2,
      ),
    ).toEqual({
      won: ['a by openslo', 'b by openslo'],
      leftOut: [
        "The objective 'c' of component:default/orders is left out: more than 2 objectives of one service are not kept (sightline.slo.atMost.objectivesPerService)",
      ],
    });
  });
});
