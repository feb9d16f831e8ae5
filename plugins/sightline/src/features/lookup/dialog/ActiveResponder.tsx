import { makeStyles } from '@material-ui/core/styles';
import { OnCallHeadline } from '../../../ui/oncall/OnCallHeadline';
import { quiet } from '../../../ui/state/quiet';
import { useResponder } from '../useLookup';

const useStyles = makeStyles(theme => ({
  waiting: { color: quiet(theme), fontSize: 14, lineHeight: '22px' },
}));

/** Who answers for the one that is chosen: for many questions that is all. */
export const ActiveResponder = ({ service }: { service: string }) => {
  const classes = useStyles();
  const { value, problem } = useResponder(service);
  if (!value) {
    return (
      <span className={classes.waiting}>
        {problem ? problem.message : 'Who is on call?'}
      </span>
    );
  }
  return <OnCallHeadline state={value.state} words={value.headline} />;
};
