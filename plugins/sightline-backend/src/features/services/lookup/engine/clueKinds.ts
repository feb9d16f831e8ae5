import { Ratio } from '@sightline/backstage-plugin-sightline-common';

type ClueKind = {
  /** how much it says which service is meant: 1 for its own name alone */
  weight: Ratio;
  /** why it was found, in one sentence */
  words(value: string): string;
};

const ownName: ClueKind = {
  weight: 1,
  words: value => `It is called ${value}`,
};

/**
 * A clue of a kind that is not listed is a source's own: its name is all that is
 * known of it.
 */
const kinds: Record<string, ClueKind> = {
  name: ownName,
  title: { weight: 0.97, words: value => `Its title is ${value}` },
  alias: { weight: 0.94, words: value => `Telemetry calls it ${value}` },
  workload: { weight: 0.93, words: value => `It runs as ${value}` },
  pacticipant: { weight: 0.92, words: value => `Its pacts call it ${value}` },
  pagerduty: { weight: 0.8, words: value => `PagerDuty calls it ${value}` },
  pod: { weight: 0.9, words: value => `${value} is one of its pods` },
  host: { weight: 0.9, words: value => `It answers at ${value}` },
  image: { weight: 0.88, words: value => `It runs the image ${value}` },
  database: { weight: 0.7, words: value => `It uses the database ${value}` },
  topic: { weight: 0.7, words: value => `It sends to ${value}, or reads it` },
  resource: { weight: 0.65, words: value => `It depends on ${value}` },
  team: { weight: 0.5, words: value => `${value} answers for it` },
  person: {
    weight: 0.45,
    words: value => `${value} is one of those who answer for it`,
  },
  system: { weight: 0.5, words: value => `It is part of ${value}` },
  trace: {
    weight: 0.9,
    words: value => `A call to it in the trace ${value} is kept as an example`,
  },
  label: { weight: 0.4, words: value => `It is labelled ${value}` },
  tag: { weight: 0.3, words: value => `It is tagged ${value}` },
  url: { weight: 0.35, words: value => `It links to ${value}` },
};

const other = (kind: string): ClueKind => ({
  weight: 0.6,
  words: value => `Its ${kind} is ${value}`,
});

export const clueKind = (kind: string): ClueKind =>
  Object.hasOwn(kinds, kind) ? kinds[kind] : other(kind);
