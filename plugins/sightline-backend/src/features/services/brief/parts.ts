import {
  BriefAffected,
  BriefChange,
  BriefObjective,
  BriefResponder,
  BriefSuspect,
  Evidence,
  IncidentBrief,
  Instant,
  known,
  Known,
  ObjectiveStatus,
  OnCallNow,
  ServiceRef,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { BriefSources } from './BriefSources';

export type Asked = {
  service: ServiceRef;
  now: Instant;
  since: Instant;
  /** whether a service of this owner may be seen by who asks */
  mayRead(owner: string | undefined): boolean;
};

/** Who was just woken reads no more. */
const shownAtMost = 10;
const suspectsAtMost = 5;
const changesAtMost = 30;
const objectivesAtMost = 10;

const seenNow = (source: string, now: Instant): Evidence => ({
  ...{ source, observedAt: toIso(now), validFor: 60_000 },
});

const isService = (entity: string | undefined): entity is ServiceRef =>
  entity?.startsWith('component:') === true;

const toResponder = ({ team, state, headline }: OnCallNow): BriefResponder => ({
  ...{ team, state, headline },
});

export const readOnCall = async (
  { onCall }: BriefSources,
  { service, now }: Asked,
): Promise<IncidentBrief['onCall']> => {
  const found = (await onCall.ofServices([service])).get(service);
  if (!found) return unknown('no-data', 'It has no owner who could be asked');
  return known(toResponder(found), found.evidence ?? seenNow('oncall', now));
};

const toObjective = (status: ObjectiveStatus): BriefObjective => {
  const { objective, state, words, since } = status;
  const { id, title } = objective;
  return { id, title, state, words, since };
};

export const readBurning = async (
  { slo }: BriefSources,
  { service, now }: Asked,
): Promise<IncidentBrief['burning']> => {
  const all = (await slo.ofServices([service])).get(service) ?? [];
  if (all.length === 0) {
    return unknown('not-configured', 'No objective is stated for it');
  }
  // Of what nobody can tell it is not known to be well.
  const notMet = all.filter(({ state }) => state !== 'met');
  const evidence = all.find(one => one.evidence)?.evidence;
  return known(
    notMet.slice(0, objectivesAtMost).map(toObjective),
    evidence ?? seenNow('slo', now),
  );
};

const noTraces = async (
  { calls }: BriefSources,
  service: ServiceRef,
): Promise<ReturnType<typeof unknown> | undefined> => {
  const needs = await calls.needs();
  if (!needs.evidence) {
    return unknown('not-configured', 'No traces have come yet');
  }
  return needs.of(service) === undefined
    ? unknown('no-data', 'No trace names it')
    : undefined;
};

export const readSuspects = async (
  sources: BriefSources,
  { service }: Asked,
): Promise<Known<BriefSuspect[]>> => {
  const reason = await noTraces(sources, service);
  if (reason) return reason;
  const { suspects, evidence } = await sources.calls.answers.suspects(
    service,
    {},
  );
  const told = suspects
    .slice(0, suspectsAtMost)
    .map(({ party, explains, why }) => ({ party, explains, words: why }));
  return known(told, evidence);
};

export const readHit = async (
  sources: BriefSources,
  { service, mayRead }: Asked,
): Promise<IncidentBrief['hit']> => {
  const reason = await noTraces(sources, service);
  if (reason) return reason;
  const { calls, onCall } = sources;
  const { affected, leftOut, evidence } = await calls.answers.blastRadius(
    service,
    {},
  );
  const shown = affected.slice(0, shownAtMost);
  const refs = shown.flatMap(({ party: { entity, owner } }) =>
    isService(entity) && mayRead(owner?.ref) ? [entity] : [],
  );
  const responders = await onCall.ofServices(refs);
  const told = shown.map(({ party, share, hops }): BriefAffected => {
    const found = responders.get(party.entity ?? '');
    return {
      ...{ party, share, hops },
      ...(found && { onCall: toResponder(found) }),
    };
  });
  const others = leftOut + affected.length - shown.length;
  return known({ affected: told, leftOut: others }, evidence);
};

const objectiveMarks = async (
  { slo }: BriefSources,
  { service, since, now }: Asked,
) => {
  const all = (await slo.ofServices([service])).get(service) ?? [];
  const range = { from: since, to: now };
  const histories = await Promise.all(
    all
      .slice(0, objectivesAtMost)
      .map(({ objective }) => slo.history(service, objective.name, range)),
  );
  return histories
    .flatMap(history => history?.marks ?? [])
    .filter(({ kind }) => kind === 'objective');
};

const newestFirst = (a: BriefChange, b: BriefChange) =>
  Date.parse(b.at) - Date.parse(a.at);

/** What changed on it, and on those that may be the cause. */
export const readChanges = async (
  sources: BriefSources,
  asked: Asked,
  suspects: Known<BriefSuspect[]>,
): Promise<IncidentBrief['changes']> => {
  const { service, since, now, mayRead } = asked;
  const range = { from: since, to: now };
  const toChange = ({
    at,
    kind,
    words,
  }: {
    at: string;
    kind: string;
    words: string;
  }) => ({ at, kind: kind as BriefChange['kind'], words });
  const own = [
    ...(await sources.marks.read(service, range)),
    ...(await objectiveMarks(sources, asked)),
  ].map(toChange);
  const others: BriefChange[] = [];
  for (const { party } of suspects.state === 'known' ? suspects.value : []) {
    if (!isService(party.entity) || !mayRead(party.owner?.ref)) continue;
    const of = { ref: party.entity, name: party.name };
    const marks = await sources.marks.read(party.entity, range);
    others.push(...marks.map(mark => ({ ...toChange(mark), service: of })));
  }
  const all = [...own, ...others].sort(newestFirst).slice(0, changesAtMost);
  return known(all, seenNow('sightline', now));
};
