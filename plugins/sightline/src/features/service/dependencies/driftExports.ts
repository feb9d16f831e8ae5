import { DriftRow } from '@sightline/backstage-plugin-sightline-common';
import type { ExportColumn } from '../../../ui/export/ExportButtons';
import { nameOf } from '../../../ui/party/partyWords';

export const driftExports: ExportColumn<DriftRow>[] = [
  ['target', row => row.target.id],
  ['name', row => nameOf(row.target)],
  ['kind', row => row.target.kind],
  ['verdict', row => row.verdict],
  ['why', row => row.why],
  ['declared', row => row.declared.map(({ ref }) => ref).join(' ')],
  ['calls', row => row.seen?.figures.calls],
  ['calls a second', row => row.seen?.figures.perSecond],
  ['error ratio', row => row.seen?.figures.errorRatio],
  ['p95 ms', row => row.seen?.figures.p95],
  ['last seen', row => row.seen?.lastSeen],
  ['contract', row => row.contract],
];
