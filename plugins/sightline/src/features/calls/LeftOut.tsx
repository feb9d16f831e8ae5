import { makeStyles } from '@material-ui/core/styles';
import { plural } from '../../ui/figures';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  note: { margin: theme.spacing(1, 0, 0), fontSize: 13, color: quiet(theme) },
}));

type LeftOutProps = {
  rows: number;
  what: string;
  /** which they are */
  which?: string;
};

/** What there is and is not shown; never hidden. */
export const LeftOut = ({
  rows,
  what,
  which = 'those with the fewest calls',
}: LeftOutProps) => {
  const classes = useStyles();
  return rows > 0 ? (
    <p className={classes.note}>
      {plural(rows, `more ${what}`)} left out to keep the answer short: {which}.
    </p>
  ) : null;
};
