import {
  AffectedParty,
  BlastRadius,
  CallFigures,
  Suspects,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';
import { TownCall, townCalls, townParties } from './harbourTown';

const HOUR = 3_600_000;

const parties = new Map(
  [...townParties.values()].map(party => [party.id, party]),
);

const partyOf = (id: string) => parties.get(id)!;

const windowTo = (to: number) => ({ from: toIso(to - HOUR), to: toIso(to) });

const seen = (now: number) => ({
  source: 'otlp',
  observedAt: toIso(now - 12_000),
  validFor: 120_000,
});

const perSecond = (calls: TownCall[]) =>
  calls.reduce((sum, call) => sum + call.perSecond, 0);

/** Part of what a caller is asked that comes to the one it calls. */
const shareOf = (caller: string, calls: TownCall[]) => {
  const asked = perSecond(townCalls.filter(({ to }) => to === caller));
  return asked > 0 ? Math.min(1, perSecond(calls) / asked) : 1;
};

/** Who fails with a service of Harbour: its callers, and theirs, ever less. */
export function harbourBlast(id: string, now = NOON): BlastRadius {
  const affected = new Map<string, AffectedParty>();
  const visit = (failing: string, share: number, via: string[]) => {
    const waiting = townCalls.filter(
      ({ to, mode, perSecond: calls }) =>
        to === failing && mode === 'sync' && calls > 0,
    );
    for (const call of waiting) {
      const { from } = call;
      if (from !== id && !affected.has(from) && partyOf(from).entity) {
        const hit = share * shareOf(from, [call]);
        affected.set(from, {
          party: partyOf(from),
          hops: via.length + 1,
          share: hit,
          via,
        });
        visit(from, hit, [from, ...via]);
      }
    }
  };
  visit(id, 1, []);
  const delayed = townCalls
    .filter(({ to, mode }) => to === id && mode === 'async')
    .map(({ from }) => partyOf(from));
  return {
    party: partyOf(id),
    window: windowTo(now),
    affected: [...affected.values()].sort((a, b) => b.share - a.share),
    delayed,
    leftOut: 0,
    assumptions: [
      'Every synchronous call is needed: none of them has a fallback.',
      'What was counted in this window is what will be.',
    ],
    evidence: seen(now),
  };
}

const figuresOf = (calls: TownCall[], errorRatio: number): CallFigures => {
  const counted = Math.round(perSecond(calls) * 3_600);
  const errors = Math.round(counted * errorRatio);
  return {
    calls: counted,
    errors,
    errorRatio: counted ? errors / counted : 0,
    perSecond: perSecond(calls),
  };
};

/** Shipping fails because of the parcel service it calls; all others are well. */
export function harbourSuspects(id: string, now = NOON): Suspects {
  const carrier = townParties.get('api.parcelwind.example')!;
  const own = townCalls.filter(({ to }) => to === id);
  const toCarrier = townCalls.filter(({ to }) => to === carrier.id);
  const failing = id === townParties.get('shipping')!.id;
  return {
    party: partyOf(id),
    window: windowTo(now),
    compared: windowTo(now - 24 * HOUR),
    own: {
      figures: figuresOf(own, failing ? 0.105 : 0.001),
      before: figuresOf(own, 0.001),
    },
    suspects: failing
      ? [
          {
            party: carrier,
            hops: 1,
            via: [],
            explains: 0.97,
            figures: figuresOf(toCarrier, 0.86),
            before: figuresOf(toCarrier, 0.01),
            why: '86 % of the calls to it fail; 1 % did a day ago.',
          },
        ]
      : [],
    evidence: seen(now),
  };
}
