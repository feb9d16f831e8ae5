import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../ui/Button';
import { plural } from '../../ui/figures';
import { StateBadge } from '../../ui/state/StateBadge';

const useStyles = makeStyles(theme => ({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(0.25, 1.5),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 13,
  },
  hint: { [theme.breakpoints.down('xs')]: { display: 'none' } },
}));

type ProblemsBannerProps = { documents: number; onShow: () => void };

/** Says that some objectives are missing or old, because what states them cannot be read. */
export const ProblemsBanner = ({ documents, onShow }: ProblemsBannerProps) => {
  const classes = useStyles();
  return documents === 0 ? null : (
    <div className={classes.banner} role="status">
      <StateBadge
        kind="warn"
        word={`${plural(documents, 'document')} cannot be read`}
      />
      <span className={classes.hint}>
        Where there was an earlier version, it stays in force.
      </span>
      <Button onClick={onShow}>See why</Button>
    </div>
  );
};
