import {
  LookupAnswer,
  LookupMatch,
  LookupParty,
  LookupReason,
} from '@sightline/backstage-plugin-sightline-common';
import { best } from './best';
import { clueKind } from './clueKinds';
import { createFindings, Findings, Hit } from './Findings';
import { leadOn } from './leadOn';
import { LookupIndex } from './LookupIndex';
import { Asked, readAsked } from './readAsked';
import { rememberHidden } from './Search';
import { searchSegment } from './searchSegment';
import { PartySubject, ServiceSubject, Subject } from './Subject';

export type LookupQuestion = {
  q: string;
  /** matches at most */
  limit: number;
  /** whether services of this owner may be seen */
  mayRead(owner: string | undefined): boolean;
};

/** What an index alone can answer. */
export type Found = Pick<
  LookupAnswer,
  'form' | 'read' | 'matches' | 'leftOut' | 'parties'
>;

const partiesAtMost = 5;

type Ranked<T extends Subject> = { subject: T; hits: readonly Hit[] };

/** Better first; of two as good the one that wakes people at night. */
const order = (a: Ranked<Subject>, b: Ranked<Subject>) =>
  b.hits[0].score - a.hits[0].score ||
  compareText(urgencyOf(a.subject), urgencyOf(b.subject)) ||
  compareText(a.subject.ref, b.subject.ref);

const urgencyOf = (subject: Subject) =>
  (subject.kind === 'service' && subject.tier) || 'T9';

const compareText = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const search = (
  index: LookupIndex,
  asked: Asked,
  { mayRead }: LookupQuestion,
): Findings => {
  const findings = createFindings();
  const isForbidden = (subject: Subject) =>
    subject.kind === 'service' && !mayRead(subject.owner?.ref);
  const { base, news, outdated } = index;
  const isOutdated = rememberHidden(
    base,
    subject => outdated.has(subject.ref) || isForbidden(subject),
  );
  const isHidden = rememberHidden(news, isForbidden);
  for (const text of asked.texts) {
    const about = { asked: text, findings };
    searchSegment({ ...about, segment: base, isHidden: isOutdated });
    searchSegment({ ...about, segment: news, isHidden });
  }
  return findings;
};

const reasonOf = ({ clue, how }: Hit): LookupReason => {
  const words = clueKind(clue.kind).words(clue.value);
  return {
    ...{ kind: clue.kind, value: clue.value, how },
    words: how === 'typo' ? `${words}, which is one letter off` : words,
  };
};

const toMatch = ({ subject, hits }: Ranked<ServiceSubject>): LookupMatch => {
  const { ref, name, title, owner, tier, system, runbook, links } = subject;
  const [why, ...also] = hits.map(reasonOf);
  return {
    ...{ service: ref, name, title },
    ...(owner && { owner: { ref: owner.ref, name: owner.name } }),
    ...(tier && { tier }),
    ...(system && { system }),
    ...(runbook !== undefined && { runbook }),
    ...{ links: [...links], why, also },
    score: Math.round(hits[0].score * 1_000) / 1_000,
  };
};

const toParty = (
  { subject, hits }: Ranked<PartySubject>,
  services: number,
): LookupParty => ({
  ...{ ref: subject.ref, kind: subject.kind, name: subject.name },
  why: reasonOf(hits[0]),
  score: Math.round(hits[0].score * 1_000) / 1_000,
  services,
});

/** Answers from memory alone; never throws, whatever is asked. */
export const lookUp = (index: LookupIndex, question: LookupQuestion): Found => {
  const asked = readAsked(question.q);
  const findings = search(index, asked, question);
  const parties: LookupParty[] = [];
  const ranked: Ranked<ServiceSubject>[] = [];
  const led = leadOn(index, { asked, findings, mayRead: question.mayRead });
  for (const { party, services } of led) {
    const hits = findings.found.get(party)!;
    parties.push(toParty({ subject: party, hits }, services));
  }
  for (const [subject, hits] of findings.found) {
    if (subject.kind === 'service') ranked.push({ subject, hits });
  }
  const shown = best<Ranked<ServiceSubject>>(ranked, {
    order,
    atMost: question.limit,
  });
  return {
    form: asked.form,
    ...(asked.read !== undefined && { read: asked.read }),
    matches: shown.map(toMatch),
    leftOut: ranked.length - shown.length,
    parties: parties
      .sort((a, b) => b.score - a.score || compareText(a.ref, b.ref))
      .slice(0, partiesAtMost),
  };
};
