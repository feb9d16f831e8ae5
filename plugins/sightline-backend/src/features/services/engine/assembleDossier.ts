import {
  Alias,
  DeclaredDependency,
  Dossier,
  Evidence,
  FactReading,
  Instant,
  Known,
  known,
  Service,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** A document stays short whatever others put in: readers pay for its length. */
const most = { dependencies: 200, aliases: 200, facts: 300 } as const;
const LONGEST_PART = 64 * 1024;
const DAY = 24 * 3_600_000;

export type DossierInput = {
  service: Service;
  dependencies: DeclaredDependency[];
  aliases: Alias[];
  facts: FactReading[];
  parts: Record<string, Known<unknown>>;
  /** of what the catalog says */
  evidence: Evidence;
};

const latest = <T>(items: readonly T[], at: (item: T) => string): T =>
  items.reduce((a, b) => (at(b) > at(a) ? b : a));

const aliasesPart = (aliases: Alias[]): Known<Alias[]> => {
  if (aliases.length === 0) {
    return unknown('no-data', 'No outside system has named this service yet');
  }
  const seen = latest(aliases, alias => alias.lastSeen);
  return known(aliases.slice(0, most.aliases), {
    source: seen.seenBy,
    observedAt: seen.lastSeen,
    validFor: DAY,
  });
};

const factsPart = (facts: FactReading[]): Known<FactReading[]> =>
  facts.length === 0
    ? unknown('no-data', 'No source has said anything about this service yet')
    : known(
        facts.slice(0, most.facts),
        latest(facts, fact => fact.evidence.observedAt).evidence,
      );

const shortened = (part: Known<unknown>): Known<unknown> => {
  const length = JSON.stringify(part).length;
  return length > LONGEST_PART
    ? unknown(
        'no-data',
        `Left out: ${Math.ceil(length / 1024)} KB are too long for a dossier`,
      )
    : part;
};

const leftOut = (input: DossierInput): Dossier['leftOut'] => {
  const counts = (Object.keys(most) as (keyof typeof most)[])
    .map(part => [part, input[part].length - most[part]] as const)
    .filter(([, count]) => count > 0);
  return counts.length > 0 ? Object.fromEntries(counts) : undefined;
};

/** Joins what is known about one service; what is cut off is counted. */
export const assembleDossier = (input: DossierInput, now: Instant): Dossier => {
  const { service, dependencies, aliases, facts, parts, evidence } = input;
  const cut = leftOut(input);
  return {
    ref: service.ref,
    assembledAt: toIso(now),
    service: known(service, evidence),
    dependencies: known(dependencies.slice(0, most.dependencies), evidence),
    aliases: aliasesPart(aliases),
    facts: factsPart(facts),
    parts: Object.fromEntries(
      Object.entries(parts).map(([word, part]) => [word, shortened(part)]),
    ),
    ...(cut && { leftOut: cut }),
  };
};
