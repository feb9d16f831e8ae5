import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { Cell, csvLine } from '../../../platform/csv/csvLine';

const columns: Record<string, (row: Partial<ServiceRow>) => Cell> = {
  ref: row => row.ref,
  name: row => row.name,
  title: row => row.title,
  type: row => row.type,
  lifecycle: row => row.lifecycle,
  tier: row => row.tier,
  owner: row => row.owner?.ref,
  'owner name': row => row.owner?.name,
  system: row => row.system?.ref,
  domain: row => row.domain?.ref,
  tags: row => row.tags?.join(' '),
  aliases: row => row.aliases,
  'slo state': row => row.slo?.state,
  'worst objective': row => row.slo?.objective,
  'budget left': row => row.slo?.remaining,
  'burn rate': row => row.slo?.burn,
  drift: row => row.drift?.count,
  'pacts verified': row => row.contracts?.counts?.verified,
  'pacts failed': row => row.contracts?.counts?.failed,
  'pacts unverified': row => row.contracts?.counts?.unverified,
  health: row => row.health?.state,
  'last deploy': row => row.lastDeploy?.at,
  'deployed version': row => row.lastDeploy?.version,
  'on call': row => row.onCall?.state,
  'on call who': row => row.onCall?.who.map(({ name }) => name).join(', '),
  description: row => row.description,
  'observed at': row => row.evidence?.observedAt,
};

export const csvHeader = (): string => csvLine(Object.keys(columns));

export const csvRow = (row: Partial<ServiceRow>): string =>
  csvLine(Object.values(columns).map(read => read(row)));
