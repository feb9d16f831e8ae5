import { makeStyles } from '@material-ui/core/styles';
import { ServiceWorkloads } from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

/** What could not be seen, cluster by cluster: without it "all is well" would be a lie. */
export const GapsNote = ({ gaps }: Pick<ServiceWorkloads, 'gaps'>) => {
  const classes = useStyles();
  if (gaps.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label="Not seen">
      {gaps.map(({ cluster, words, since }) => (
        <li key={`${cluster} ${words}`} className={classes.item}>
          <StateBadge kind="warn" word={cluster} />
          <span>{words}</span>
          {since && (
            <span className={classes.quiet}>
              since <Age at={since} short />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
