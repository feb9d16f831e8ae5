import { makeStyles } from '@material-ui/core/styles';
import {
  Feasibility,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { OpenParts } from '../../../ui/useOpenParts';
import { BudgetCard } from '../charts/BudgetCard';
import { BurnCard } from '../charts/BurnCard';
import { RangeChoices } from '../charts/RangeChoices';
import { useHistory } from '../charts/useHistory';
import { FeasibilityCard } from '../feasibility/FeasibilityCard';
import { SloView } from '../useSloView';
import { BurnWindowsCard } from './BurnWindowsCard';
import { Headline } from './Headline';
import { MeasuredCard } from './MeasuredCard';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

type ObjectiveDetailProps = {
  status: ObjectiveStatus;
  feasibility?: Feasibility;
  view: SloView;
  parts: OpenParts;
};

/** One objective: how it stands, how it came to that, and what it rests on. */
export const ObjectiveDetail = ({
  status,
  feasibility,
  view,
  parts,
}: ObjectiveDetailProps) => {
  const classes = useStyles();
  const past = useHistory(status, view.range);
  return (
    <div className={classes.detail}>
      <Headline status={status} />
      <RangeChoices view={view} />
      <BudgetCard status={status} past={past} parts={parts} />
      <BurnCard status={status} past={past} parts={parts} />
      <BurnWindowsCard status={status} />
      {feasibility && (
        <FeasibilityCard feasibility={feasibility} status={status} />
      )}
      <MeasuredCard status={status} />
    </div>
  );
};
