import { FakeSightline } from '../src/__testUtils__/FakeSightline';
import { HarbourLookup } from '../src/__testUtils__/HarbourLookup';
import { harbourNight } from '../src/__testUtils__/harbourNight';

const now = Date.now();

type Scenes = Parameters<typeof harbourNight>[1];

/** How it may stand at two in the morning, by the word of the switch. */
const nights: Record<string, Scenes> = {
  'on call, a gap': { onCall: 'gap' },
  'on call, only a later level': { onCall: 'later-level-only' },
  'on call, an override': { onCall: 'overridden' },
  'on call, many at once': { onCall: 'crowded' },
  'on call, nobody in the rotation': { onCall: 'nobody' },
  'on call, only owners': { onCall: 'owners' },
  'on call, nobody can tell': { onCall: 'unknown' },
  'lookup from an old index': { snapshot: 'stale' },
  'lookup without an index': { snapshot: 'empty' },
};

/** States of Lookup and On call; `make` knows the rest of the town. */
export const lookupScenarios = (
  make: (lookup: Required<HarbourLookup>) => FakeSightline,
): Record<string, () => FakeSightline> => ({
  ...Object.fromEntries(
    Object.entries(nights).map(([word, scenes]) => [
      word,
      () => make(harbourNight(now, scenes)),
    ]),
  ),
  'responder cannot be had': () =>
    Object.assign(make(harbourNight(now)), {
      problem: 'unavailable',
      failing: ['getServiceOnCall'],
    }),
  'who is hit cannot be had': () =>
    Object.assign(make(harbourNight(now)), {
      problem: 'unavailable',
      failing: ['getBlastRadius', 'getSuspects'],
    }),
});
