import { useApi } from '@backstage/core-plugin-api';
import {
  CallFigures,
  Suspect,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../../api';
import { Quantity } from '../../../ui/Quantity';
import { ExportButtons, ExportColumn } from '../../../ui/export/ExportButtons';
import { finePercent, percent } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { FoldedCard } from '../../../ui/panels/FoldedCard';
import { PartyName } from '../../../ui/party/PartyName';
import { nameOf } from '../../../ui/party/partyWords';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { ServiceCallsPage } from '../useServiceCalls';
import { ImpactBody } from './ImpactBody';
import { useImpactStyles } from './impactStyles';
import { waysOf } from './waysOf';

const PART = 'suspects';

const change = (now: CallFigures, before: CallFigures) =>
  `${finePercent(now.errorRatio)} now, ${finePercent(
    before.errorRatio,
  )} before`;

type Ways = (via: string[]) => string;

const columns = (ways: Ways): GridColumn<Suspect>[] => [
  {
    id: 'party',
    title: 'Dependency',
    width: 200,
    grow: 1,
    leaves: 0,
    cell: row => <PartyName party={row.party} />,
  },
  {
    id: 'explains',
    title: 'Explains',
    width: 90,
    leaves: 1,
    detail: true,
    numeric: true,
    cell: row => (
      <Quantity
        of={percent(row.explains)}
        title="Part of this service’s own errors that it can explain"
      />
    ),
  },
  {
    id: 'errors',
    title: 'Its errors',
    width: 222,
    leaves: 2,
    detail: true,
    cell: row => change(row.figures, row.before),
  },
  {
    id: 'why',
    title: 'Why',
    width: 240,
    grow: 2,
    leaves: 3,
    cell: row => <span title={row.why}>{row.why}</span>,
  },
  {
    id: 'via',
    title: 'By way of',
    width: 130,
    leaves: 4,
    cell: row => <span title={ways(row.via)}>{ways(row.via)}</span>,
  },
];

const exports: ExportColumn<Suspect>[] = [
  ['party', row => row.party.id],
  ['name', row => nameOf(row.party)],
  ['explains', row => row.explains],
  ['error ratio', row => row.figures.errorRatio],
  ['error ratio before', row => row.before.errorRatio],
  ['why', row => row.why],
  ['hops', row => row.hops],
  ['via', row => row.via.join(' ')],
];

type SuspectsCardProps = Pick<
  ServiceCallsPage,
  'service' | 'view' | 'parts'
> & { file: string };

/** Which dependency may be to blame; asked when it is opened. */
export const SuspectsCard = (props: SuspectsCardProps) => (
  <FoldedCard
    title="Who may be to blame"
    hint="dependencies whose failures explain its own"
    open={props.parts.isOpen(PART)}
    onToggle={() => props.parts.toggle(PART)}
  >
    {() => <Blame {...props} />}
  </FoldedCard>
);

const Blame = ({ service, view, file, parts }: SuspectsCardProps) => {
  const api = useApi(sightlineApiRef);
  const asked = useAsk<Suspects>(
    JSON.stringify(['suspects', service, view]),
    options => api.getSuspects(service, view, options),
  );
  return (
    <ImpactBody asked={asked} what="who may be to blame">
      {found => <Found found={found} file={file} parts={parts} />}
    </ImpactBody>
  );
};

const partOf = ({ party }: Suspect) => `${PART} ${party.id}`;

type FoundProps = Pick<SuspectsCardProps, 'file' | 'parts'> & {
  found: Suspects;
};

const Found = ({ found, file, parts }: FoundProps) => {
  const classes = useImpactStyles();
  const { own, suspects } = found;
  const ways = waysOf(suspects.map(({ party }) => party));
  return (
    <>
      <div className={classes.head}>
        <p>
          Its own errors: {change(own.figures, own.before)}.{' '}
          {suspects.length === 0 && 'Its dependencies are well.'}
        </p>
        {suspects.length > 0 && (
          <ExportButtons
            of="Who may be to blame"
            file={`${file}-suspects`}
            rows={suspects}
            columns={exports}
          />
        )}
      </div>
      {suspects.length > 0 && (
        <ExpandingTable
          label="Who may be to blame"
          columns={columns(ways)}
          rows={suspects}
          rowKey={row => row.party.id}
          rowName={row => nameOf(row.party)}
          detail={row => (
            <>
              {row.why}{' '}
              {row.via.length === 0
                ? 'It is called directly.'
                : `It is called by way of ${ways(row.via)}.`}
            </>
          )}
          isOpen={row => parts.isOpen(partOf(row))}
          onToggle={row => parts.toggle(partOf(row))}
        />
      )}
    </>
  );
};
