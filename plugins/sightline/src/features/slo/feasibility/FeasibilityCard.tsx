import { makeStyles } from '@material-ui/core/styles';
import {
  Feasibility,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { unknownWords } from '../../../ui/evidence/unknownWords';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { nameOf } from '../../../ui/party/partyWords';
import { targetPercent } from '../../../ui/slo/objectivePercent';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { neededColumns } from './neededColumns';
import { feasibilityHeadline, verdictWords } from './feasibilityWords';

const useStyles = makeStyles(theme => ({
  words: {
    margin: theme.spacing(0.5, 0, 1.5),
    maxWidth: 760,
    fontSize: 16,
    lineHeight: '23px',
  },
  note: { margin: theme.spacing(0.5, 0, 1), fontSize: 14 },
  assumptions: {
    margin: theme.spacing(1.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: 13,
    color: quiet(theme),
  },
}));

type FeasibilityCardProps = {
  feasibility: Feasibility;
  status: ObjectiveStatus;
};

/** Whether the promise can be kept at all, given what the service waits for. */
export const FeasibilityCard = ({
  feasibility,
  status,
}: FeasibilityCardProps) => {
  const classes = useStyles();
  const { verdict, unknown, dependencies, assumptions, evidence } = feasibility;
  const { word, kind } = verdictWords[verdict];
  return (
    <Card
      title="Can it be kept?"
      aside={
        evidence && (
          <EvidencePopover evidence={evidence} of="what it waits for" />
        )
      }
    >
      <StateBadge kind={kind} word={word} />
      <p className={classes.words}>{feasibilityHeadline(feasibility)}</p>
      {unknown && (
        <p className={classes.note}>
          {unknown.detail ??
            `${unknownWords[unknown.reason].meaning} ${
              unknownWords[unknown.reason].todo
            }`}
        </p>
      )}
      <Needed feasibility={feasibility} />
      {dependencies.length > 0 && (
        <ExpandingTable
          label={`What ${status.objective.title} needs`}
          columns={neededColumns(feasibility)}
          rows={dependencies}
          rowKey={({ party }) => party.id}
          rowName={({ party }) => nameOf(party)}
        />
      )}
      {assumptions.length > 0 && (
        <ul className={classes.assumptions} aria-label="Taken for granted">
          {assumptions.map(assumption => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      )}
    </Card>
  );
};

const Needed = ({ feasibility }: { feasibility: Feasibility }) => {
  const classes = useStyles();
  const { neededOfEach, dependencies, target } = feasibility;
  if (neededOfEach === undefined || dependencies.length === 0) {
    return null;
  }
  return (
    <p className={classes.note}>
      For {targetPercent(target)} the{' '}
      {plural(dependencies.length, 'dependency', 'dependencies')} would have to
      give {targetPercent(Number(neededOfEach.toPrecision(6)))} each, on
      average.
    </p>
  );
};
