import {
  Feasibility,
  NeededDependency,
} from '@sightline/backstage-plugin-sightline-common';
import { Quantity } from '../../../ui/Quantity';
import { count, finePercent } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { PartyName } from '../../../ui/party/PartyName';
import {
  attainedPercent,
  targetPercent,
} from '../../../ui/slo/objectivePercent';
import { StateBadge } from '../../../ui/state/StateBadge';
import { unknownWords } from '../../../ui/evidence/unknownWords';

const fromWords: Record<NeededDependency['from'], string> = {
  objective: 'its own objective',
  attainment: 'what it attained',
  calls: 'calls to it',
  unknown: 'nothing is known',
};

/** One more nine than the promise: a tenth of its failures. */
const ExtraNine = ({ keepsExtraNine: keeps }: NeededDependency) => {
  if (keeps === undefined) {
    return <StateBadge kind="idle" word="unknown" />;
  }
  return keeps ? (
    <StateBadge kind="ok" word="kept" />
  ) : (
    <StateBadge kind="warn" word="missed" />
  );
};

/** What each dependency promises, gives and costs. */
export const neededColumns = ({
  target,
}: Feasibility): GridColumn<NeededDependency>[] => [
  {
    id: 'party',
    title: 'It waits for',
    width: 180,
    grow: 1,
    leaves: 0,
    cell: ({ party }) => <PartyName party={party} />,
  },
  {
    id: 'depth',
    title: 'Away',
    width: 64,
    leaves: 5,
    numeric: true,
    cell: ({ depth }) => (
      <span title={depth === 1 ? 'called directly' : `${depth} calls away`}>
        {count(depth)}
      </span>
    ),
  },
  {
    id: 'promised',
    title: 'Promises',
    width: 100,
    leaves: 2,
    numeric: true,
    cell: ({ promised, unknown }) => (
      <Quantity
        of={promised === undefined ? undefined : targetPercent(promised)}
        title={
          promised === undefined
            ? unknown?.detail ?? 'It has no objective of availability'
            : undefined
        }
      />
    ),
  },
  {
    id: 'given',
    title: 'Gives',
    width: 110,
    leaves: 1,
    numeric: true,
    detail: 'titled',
    cell: ({ given, unknown }) => (
      <Quantity
        of={given === undefined ? undefined : attainedPercent(given, target)}
        title={
          given === undefined
            ? unknown?.detail ?? 'Nobody measured what it gives'
            : undefined
        }
      />
    ),
  },
  {
    id: 'costs',
    title: 'Costs',
    width: 90,
    leaves: 1,
    numeric: true,
    detail: 'titled',
    cell: ({ costs }) => (
      <Quantity
        of={costs === undefined ? undefined : finePercent(costs)}
        title="Its share of all that is lost to dependencies"
      />
    ),
  },
  {
    id: 'nine',
    title: 'One more nine',
    width: 124,
    leaves: 3,
    detail: true,
    cell: row => <ExtraNine {...row} />,
  },
  {
    id: 'from',
    title: 'Counted by',
    width: 140,
    leaves: 4,
    cell: ({ from, unknown }) =>
      unknown ? unknownWords[unknown.reason].short : fromWords[from],
  },
];
