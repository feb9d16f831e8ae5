import { makeStyles } from '@material-ui/core/styles';
import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { OpenParts } from '../../../ui/useOpenParts';
import { Headline } from './Headline';
import { ImagesCard } from './ImagesCard';
import { LacksCard } from './LacksCard';
import { TroublesCard } from './TroublesCard';
import { WarningsCard } from './WarningsCard';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

type WorkloadDetailProps = { workload: Workload; parts: OpenParts };

/** One workload: how it stands, what ails it, what it is made of, what it lacks. */
export const WorkloadDetail = ({ workload, parts }: WorkloadDetailProps) => {
  const classes = useStyles();
  return (
    <div className={classes.detail}>
      <Headline workload={workload} />
      <TroublesCard workload={workload} />
      <WarningsCard workload={workload} />
      <ImagesCard workload={workload} />
      <LacksCard workload={workload} parts={parts} />
    </div>
  );
};
