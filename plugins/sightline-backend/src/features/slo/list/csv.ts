import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { Cell, csvLine } from '../../../platform/csv/csvLine';
import { worstBurn } from '../engine/sortKeys';

const columns: Record<string, (row: ObjectiveRow) => Cell> = {
  service: row => row.service.ref,
  'service name': row => row.service.name,
  owner: row => row.service.owner?.ref,
  'owner name': row => row.service.owner?.name,
  tier: row => row.service.tier,
  objective: row => row.objective.name,
  title: row => row.objective.title,
  indicator: row => row.objective.indicator.kind,
  target: row => row.objective.target,
  state: row => row.state,
  since: row => row.since,
  words: row => row.words,
  'why unknown': row => row.unknown?.reason,
  stale: row => row.stale,
  'budget left': row => row.budget?.remaining,
  attainment: row => row.budget?.attainment,
  total: row => row.budget?.total,
  bad: row => row.budget?.bad,
  burn: row => worstBurn(row),
  'exhausted at': row => row.forecast?.exhaustedAt,
  origin: row => row.objective.origin.where,
  'measured by': row => row.objective.measuredBy,
  'observed at': row => row.evidence?.observedAt,
};

export const csvHeader = (): string => csvLine(Object.keys(columns));

export const csvRow = (row: ObjectiveRow): string =>
  csvLine(Object.values(columns).map(read => read(row)));
