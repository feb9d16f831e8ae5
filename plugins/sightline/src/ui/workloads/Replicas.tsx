import { makeStyles } from '@material-ui/core/styles';
import { Workload } from '@sightline/backstage-plugin-sightline-common';
import { StateShape } from '../state/StateShape';
import { quiet } from '../state/quiet';
import { useStateColours } from '../state/useStateColours';
import { replicaWords } from './replicaWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  dots: { display: 'inline-flex', gap: 3 },
  new: { color: quiet(theme), fontSize: 12 },
}));

/** More than these are a number: nobody counts dots. */
const MOST_DOTS = 12;

type ReplicasProps = {
  of: Workload['replicas'];
  /** older than it may be */
  stale?: boolean;
};

/** ● one that serves, ◆ one that is wanted and does not: `●●◆ 2/3`. */
export const Replicas = ({ of: replicas, stale }: ReplicasProps) => {
  const classes = useStyles();
  const { desired, available, updated } = replicas;
  const words = replicaWords(replicas);
  const known = stale ? `${words} when it was last seen` : words;
  return (
    <span className={classes.root} role="img" aria-label={known} title={known}>
      {desired > 0 && desired <= MOST_DOTS && <Dots {...{ replicas, stale }} />}
      {available}/{desired}
      {updated < desired && <span className={classes.new}>{updated} new</span>}
    </span>
  );
};

type DotsProps = { replicas: Workload['replicas']; stale?: boolean };

const Dots = ({ replicas: { desired, available }, stale }: DotsProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  return (
    <span className={classes.dots}>
      {Array.from({ length: desired }, (_, index) => {
        const there = index < available;
        const colour = there ? 'inherit' : colours.bad;
        return (
          <span
            key={index}
            style={{
              display: 'inline-flex',
              color: stale ? colours.idle : colour,
            }}
          >
            <StateShape kind={there ? 'ok' : 'bad'} size={10} />
          </span>
        );
      })}
    </span>
  );
};
