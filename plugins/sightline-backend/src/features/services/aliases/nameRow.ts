import {
  Alias,
  OutsideName,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { NameMatch } from '../engine/matchNames';

/** One row of `services_name`. */
export type NameRow = {
  id: string;
  kind: string;
  name: string;
  namespace: string;
  name_key: string;
  labels: string;
  source: string;
  first_seen: number | string;
  last_seen: number | string;
  state: Alias['state'];
  service: string | null;
  score: number | null;
  reason: string | null;
  candidates: string;
  decided_by: string | null;
  decided_at: number | string | null;
  search: string;
};

type NameKey = Pick<OutsideName, 'kind' | 'name' | 'namespace'>;

/** The same for the same name, so that writing and asking need no search. */
export const nameId = ({ kind, name, namespace }: NameKey): string =>
  createHash('sha256')
    .update(`${kind}\0${namespace}\0${name}`)
    .digest('base64url')
    .slice(0, 22);

const lower = (text: string) => text.toLocaleLowerCase('en-US');

/** Labels matching does not read would only make the table grow. */
const sortedLabels = (labels: Record<string, string> = {}) =>
  JSON.stringify(
    Object.entries(labels)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 20),
  );

/** What is written of a match; a decision keeps its own. */
export const matchColumns = (match: NameMatch) => ({
  state: match.state,
  service: match.service ?? null,
  score: match.score ?? null,
  reason: match.reason ?? null,
  candidates: JSON.stringify(match.candidates),
});

export const newNameRow = (options: {
  outside: OutsideName;
  source: string;
  now: number;
  match: NameMatch;
}): NameRow => {
  const { outside, source, now, match } = options;
  const { kind, name, namespace, labels } = outside;
  return {
    id: nameId(outside),
    kind,
    name,
    namespace,
    name_key: lower(name),
    labels: sortedLabels(labels),
    source,
    first_seen: now,
    last_seen: now,
    decided_by: null,
    decided_at: null,
    search: lower(`${namespace}\n${name}`),
    ...matchColumns(match),
  };
};

export const labelsOf = (outside: OutsideName) => sortedLabels(outside.labels);

export const outsideOf = (row: NameRow): OutsideName => {
  const labels = Object.fromEntries(JSON.parse(row.labels));
  return {
    kind: row.kind as OutsideName['kind'],
    name: row.name,
    namespace: row.namespace,
    ...(Object.keys(labels).length > 0 && { labels }),
  };
};

const rounded = (score: number) => Math.round(score * 100) / 100;

export const toAlias = (row: NameRow): Alias => ({
  id: row.id,
  outside: outsideOf(row),
  state: row.state,
  ...(row.service !== null && { service: row.service }),
  ...(row.score !== null && { score: rounded(row.score) }),
  ...(row.reason !== null && { reason: row.reason }),
  candidates: JSON.parse(row.candidates),
  ...(row.decided_by !== null && { decidedBy: row.decided_by }),
  ...(row.decided_at !== null && { decidedAt: toIso(Number(row.decided_at)) }),
  seenBy: row.source,
  firstSeen: toIso(Number(row.first_seen)),
  lastSeen: toIso(Number(row.last_seen)),
});
