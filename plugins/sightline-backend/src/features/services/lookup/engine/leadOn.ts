import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Findings, Hit } from './Findings';
import { LookupIndex } from './LookupIndex';
import { Asked } from './readAsked';
import { scoreOf } from './Search';
import { PartySubject, ServiceSubject } from './Subject';

type Asking = {
  asked: Asked;
  findings: Findings;
  mayRead(owner: string | undefined): boolean;
};

/** More than these lead on to nothing that anybody meant. */
const partiesAtMost = 20;

/** The services a party answers for: its own, and those of its groups. */
const servicesOf = (
  { byOwner }: LookupIndex,
  { ref, groups }: PartySubject,
): Set<ServiceSubject> =>
  new Set([ref, ...groups].flatMap(owner => byOwner.get(owner) ?? []));

/** Its own come before those of the teams under it. */
const ofTeamsUnder = 0.97;

/** As well as the party was met, less what its kind says of the service. */
const handOn = (
  { kind, name, ref, groups }: PartySubject,
  { how, score, clue }: Hit,
) => {
  const said = { kind, value: name };
  const full = scoreOf(said, how) * (score / scoreOf(clue, how));
  const own = new Set([ref, ...groups]);
  return ({ owner }: ServiceSubject): Hit => {
    const isOwn = owner !== undefined && own.has(owner.ref);
    return { clue: said, how, score: isOwn ? full : full * ofTeamsUnder };
  };
};

const leadByTrace = (index: LookupIndex, { asked, ...more }: Asking) => {
  const traces = asked.trace === undefined ? [] : index.traces.get(asked.trace);
  const sum = new Map<ServiceRef, number>();
  for (const { service, failed } of traces ?? []) {
    sum.set(service, (sum.get(service) ?? 0) + (failed ? 100 : 1));
  }
  const most = Math.max(...sum.values());
  for (const [ref, count] of sum) {
    const subject = index.subjects.get(ref);
    if (subject?.kind !== 'service' || !more.mayRead(subject.owner?.ref)) {
      continue;
    }
    const clue = { kind: 'trace', value: asked.trace! };
    const score = 0.9 + 0.09 * (count / most);
    more.findings.add(subject, { clue, how: 'exact', score });
  }
};

/**
 * From people and teams to the services they answer for, and from a trace to
 * those that took part in it. Who answers for nothing that may be seen is not
 * told of.
 */
export const leadOn = (
  index: LookupIndex,
  asking: Asking,
): { party: PartySubject; services: number }[] => {
  leadByTrace(index, asking);
  const { findings, mayRead } = asking;
  const met = [...findings.found].flatMap(([subject, hits]) =>
    subject.kind === 'service' ? [] : [{ party: subject, hit: hits[0] }],
  );
  return met
    .sort((a, b) => b.hit.score - a.hit.score)
    .slice(0, partiesAtMost)
    .flatMap(({ party, hit }) => {
      const services = [...servicesOf(index, party)].filter(({ owner }) =>
        mayRead(owner?.ref),
      );
      const handed = handOn(party, hit);
      services.forEach(service => findings.add(service, handed(service)));
      return services.length > 0 ? [{ party, services: services.length }] : [];
    });
};
