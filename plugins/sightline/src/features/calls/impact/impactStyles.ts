import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

export const useImpactStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    minHeight: 34,
    '& p': { margin: 0 },
  },
  note: { margin: theme.spacing(1, 0, 0), fontSize: 13, color: quiet(theme) },
  assumptions: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: 13,
    color: quiet(theme),
  },
}));
