import {
  BlastRadius,
  BriefAffected,
  Evidence,
  IncidentBrief,
  Instant,
  Known,
  Millis,
  ObjectiveStatus,
  OnCallList,
  OnCallNow,
  ServiceObjectives,
  ServiceWorkloads,
  Suspects,
  Unknown,
  known,
  toInstant,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** An answer, or why there is none. */
export type Got<T> = { value: T } | Unknown;

/** What other pages ask one by one. */
export type BriefAnswers = {
  onCall: Got<OnCallNow>;
  teams: Got<OnCallList>;
  objectives: Got<ServiceObjectives>;
  workloads: Got<ServiceWorkloads>;
  suspects: Got<Suspects>;
  blast: Got<BlastRadius>;
};

/** What somebody reads in one glance who was just woken. */
export type Brief = Omit<IncidentBrief, 'service' | 'text'>;

/** Changes are told of so long. */
const BACK: Millis = 2 * 3_600_000;

const onward = <T, R>(got: Got<T>, read: (value: T) => Known<R>): Known<R> =>
  'value' in got ? read(got.value) : got;

const responderOf = ({ team, state, headline }: OnCallNow) => ({
  ...{ team, state, headline },
});

const onCallPart = ({ onCall }: BriefAnswers): Brief['onCall'] =>
  onward(onCall, now =>
    known(
      responderOf(now),
      // Owners are read from the catalog, which says nothing of its own age here.
      now.evidence ?? {
        ...{ source: 'catalog', observedAt: now.at, validFor: 600_000 },
      },
    ),
  );

/** What was met when somebody last could tell is not known to be met. */
const isMet = ({ state, stale }: ObjectiveStatus) => state === 'met' && !stale;

const burningPart = ({ objectives }: BriefAnswers): Brief['burning'] =>
  onward(objectives, ({ objectives: all, advice }) => {
    if (all.length === 0) {
      return unknown('not-configured', advice ?? 'It has no objective');
    }
    const seen = all.flatMap(({ evidence }) => evidence ?? []);
    const [first] = all;
    if (seen.length === 0) {
      return first.unknown ?? unknown('no-data', first.words);
    }
    return known(
      all
        .filter(one => !isMet(one))
        .map(({ objective, state, words, since }) => ({
          ...{ id: objective.id, title: objective.title, words, since },
          state: state === 'met' ? ('unknown' as const) : state,
        })),
      oldest(seen),
    );
  });

/** A list is as old as the oldest of what it rests on. */
const oldest = (all: readonly Evidence[]): Evidence =>
  all.reduce((a, b) => (b.observedAt < a.observedAt ? b : a));

const changesPart = (
  { workloads }: BriefAnswers,
  since: Instant,
): Brief['changes'] =>
  onward(workloads, ({ deploys, workloads: running, unknown: why, gaps }) => {
    const late = deploys.filter(({ at }) => (toInstant(at) ?? 0) >= since);
    const [unseen] = gaps;
    if (late.length === 0 && unseen) {
      const words = `Nothing was seen, and ${unseen.cluster} not at all: ${unseen.words}`;
      return unknown('source-unavailable', words);
    }
    const seen = [...running, ...deploys].map(({ evidence }) => evidence);
    if (seen.length === 0) {
      return why ?? unknown('no-data', 'It runs in no cluster that is watched');
    }
    return known(
      late.map(({ at, words, workload }) => ({
        ...{ at, kind: 'deploy' as const },
        words: `${words} in ${workload.cluster}`,
      })),
      oldest(seen),
    );
  });

const suspectsPart = ({ suspects }: BriefAnswers): Brief['suspects'] =>
  onward(suspects, ({ suspects: all, evidence }) =>
    known(
      all.map(({ party, explains, why }) => ({ party, explains, words: why })),
      evidence,
    ),
  );

const hitPart = ({ blast, teams }: BriefAnswers): Brief['hit'] =>
  onward(blast, ({ affected, leftOut, evidence }) => {
    const items = 'value' in teams ? teams.value.items : [];
    const byTeam = new Map(items.map(now => [now.team.ref, now]));
    return known(
      {
        affected: affected.map(({ party, share, hops }): BriefAffected => {
          const now = byTeam.get(party.owner?.ref ?? '');
          return {
            ...{ party, share, hops },
            ...(now && { onCall: responderOf(now) }),
          };
        }),
        leftOut,
      },
      evidence,
    );
  });

/** All of it in one: each part known with its evidence, or unknown with the reason. */
export const composeBrief = (answers: BriefAnswers, now: Instant): Brief => ({
  ...{ at: toIso(now), since: toIso(now - BACK) },
  onCall: onCallPart(answers),
  burning: burningPart(answers),
  changes: changesPart(answers, now - BACK),
  suspects: suspectsPart(answers),
  hit: hitPart(answers),
});
