import { makeStyles } from '@material-ui/core/styles';
import { ServiceWorkloads } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { plural } from '../../../ui/figures';
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
  further: { flexBasis: '100%' },
  quiet: { color: quiet(theme), fontSize: 13 },
}));

type Gap = ServiceWorkloads['gaps'][number];

const byCluster = (gaps: Gap[]): [cluster: string, gaps: Gap[]][] =>
  [...new Set(gaps.map(({ cluster }) => cluster))].map(cluster => [
    cluster,
    gaps.filter(gap => gap.cluster === cluster),
  ]);

/** What could not be seen, cluster by cluster: without it "all is well" would be a lie. */
export const GapsNote = ({ gaps }: Pick<ServiceWorkloads, 'gaps'>) => {
  const classes = useStyles();
  if (gaps.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label="Not seen">
      {byCluster(gaps).map(([cluster, of]) => (
        <Cluster key={cluster} name={cluster} gaps={of} />
      ))}
    </ul>
  );
};

/** A cluster that is away has a gap for each kind of object: one says what it is. */
const Cluster = ({ name, gaps }: { name: string; gaps: Gap[] }) => {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const more = gaps.length - 1;
  return (
    <li className={classes.item}>
      <StateBadge kind="warn" word={name} />
      {(all ? gaps : gaps.slice(0, 1)).map(({ words, since }, nth) => (
        <span key={words} className={nth > 0 ? classes.further : undefined}>
          {words}
          {since && (
            <span className={classes.quiet}>
              {' '}
              · since <Age at={since} short />
            </span>
          )}
        </span>
      ))}
      {more > 0 && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Only the first' : `and ${plural(more, 'more gap')}`}
        </Button>
      )}
    </li>
  );
};
