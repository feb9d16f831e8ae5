import { useApi } from '@backstage/core-plugin-api';
import {
  AffectedParty,
  BlastRadius,
} from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../../api';
import { EntityLink } from '../../../ui/EntityLink';
import { Quantity } from '../../../ui/Quantity';
import { TierBadge } from '../../../ui/TierBadge';
import { ExportButtons, ExportColumn } from '../../../ui/export/ExportButtons';
import { finePercent, plural } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { FoldedCard } from '../../../ui/panels/FoldedCard';
import { PartyName } from '../../../ui/party/PartyName';
import { nameOf } from '../../../ui/party/partyWords';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { LeftOut } from '../LeftOut';
import { Parties } from '../facts/Parties';
import { ServiceCallsPage } from '../useServiceCalls';
import { ImpactBody } from './ImpactBody';
import { useImpactStyles } from './impactStyles';
import { waysOf } from './waysOf';

const PART = 'blast';

type Ways = (via: string[]) => string;

const columns = (ways: Ways): GridColumn<AffectedParty>[] => [
  {
    id: 'party',
    title: 'Service',
    width: 200,
    grow: 2,
    leaves: 0,
    cell: row => <PartyName party={row.party} />,
  },
  {
    id: 'share',
    title: 'Would fail',
    width: 110,
    leaves: 1,
    detail: true,
    numeric: true,
    cell: row => (
      <Quantity
        of={finePercent(row.share)}
        title="Part of its own incoming calls, as this window saw them"
      />
    ),
  },
  {
    id: 'tier',
    title: 'Tier',
    width: 84,
    leaves: 3,
    detail: true,
    cell: row => <TierBadge tier={row.party.tier} />,
  },
  {
    id: 'owner',
    title: 'Owner',
    width: 150,
    grow: 1,
    leaves: 2,
    detail: true,
    cell: ({ party: { owner } }) =>
      owner ? (
        <EntityLink entityRef={owner.ref}>{owner.name}</EntityLink>
      ) : (
        'no owner'
      ),
  },
  {
    id: 'hops',
    title: 'Hops',
    width: 70,
    leaves: 5,
    numeric: true,
    cell: row => row.hops,
  },
  {
    id: 'via',
    title: 'By way of',
    width: 180,
    grow: 1,
    leaves: 4,
    detail: true,
    cell: row => <span title={ways(row.via)}>{ways(row.via)}</span>,
  },
];

const exports: ExportColumn<AffectedParty>[] = [
  ['party', row => row.party.id],
  ['name', row => nameOf(row.party)],
  ['owner', row => row.party.owner?.ref],
  ['tier', row => row.party.tier],
  ['share', row => row.share],
  ['hops', row => row.hops],
  ['via', row => row.via.join(' ')],
];

type BlastCardProps = Pick<ServiceCallsPage, 'service' | 'view' | 'parts'> & {
  file: string;
};

/** Who fails if this fails; asked when it is opened. */
export const BlastCard = (props: BlastCardProps) => (
  <FoldedCard
    title="Who fails if this fails"
    hint="everybody who waits for it, directly or by way of others, with owners"
    open={props.parts.isOpen(PART)}
    onToggle={() => props.parts.toggle(PART)}
  >
    {() => <Blast {...props} />}
  </FoldedCard>
);

const Blast = ({ service, view, file }: BlastCardProps) => {
  const api = useApi(sightlineApiRef);
  const asked = useAsk<BlastRadius>(
    JSON.stringify(['blast', service, view]),
    options => api.getBlastRadius(service, view, options),
  );
  return (
    <ImpactBody asked={asked} what="who fails with it">
      {blast => <Affected blast={blast} file={file} />}
    </ImpactBody>
  );
};

const Affected = ({ blast, file }: { blast: BlastRadius; file: string }) => {
  const classes = useImpactStyles();
  const { affected, delayed, leftOut, assumptions } = blast;
  const ways = waysOf(affected.map(({ party }) => party));
  if (affected.length === 0 && delayed.length === 0) {
    return <p>Nobody: no traced service waits for it in this window.</p>;
  }
  return (
    <>
      <div className={classes.head}>
        <p>
          {affected.length > 0
            ? `${plural(
                affected.length + leftOut,
                'service',
              )} would fail with it, in part or in whole.`
            : 'Nobody would fail with it.'}
        </p>
        {affected.length > 0 && (
          <ExportButtons
            of="Who fails if this fails"
            file={`${file}-blast-radius`}
            rows={affected}
            columns={exports}
          />
        )}
      </div>
      {affected.length > 0 && (
        <ExpandingTable
          label="Who fails if this fails"
          columns={columns(ways)}
          rows={affected}
          rowKey={row => row.party.id}
          rowName={row => nameOf(row.party)}
        />
      )}
      <LeftOut rows={leftOut} what="service" which="those least hit" />
      {delayed.length > 0 && (
        <p className={classes.note}>
          Delayed only, as they do not wait: <Parties of={delayed} />.
        </p>
      )}
      <ul className={classes.assumptions} aria-label="Taken for granted">
        {assumptions.map(assumption => (
          <li key={assumption}>{assumption}</li>
        ))}
      </ul>
    </>
  );
};
