import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../../ui/Button';
import { count } from '../../../ui/figures';
import { quiet } from '../../../ui/state/quiet';
import { Sight } from './shownHops';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 32,
  },
  note: { color: quiet(theme), fontSize: 13, marginLeft: 4 },
}));

type SightBarProps = {
  sight: Sight;
  onSight: (sight: Sight) => void;
  /** how many of all hops fit */
  fitting: number;
  all: number;
  /** hops that the answer does not have */
  leftOut: number;
};

/** What of the tree is shown, and how much that is. */
export const SightBar = (props: SightBarProps) => {
  const { sight, onSight, fitting, all, leftOut } = props;
  const classes = useStyles();
  const toggles: [title: string, on: boolean, next: Partial<Sight>][] = [
    ['Only the critical path', sight.critical, { critical: !sight.critical }],
    ['Only what fails', sight.failing, { failing: !sight.failing }],
    ['Hide datastores', !sight.stores, { stores: !sight.stores }],
  ];
  return (
    <div className={classes.bar} role="group" aria-label="What is shown">
      {toggles.map(([title, on, next]) => (
        <Button
          key={title}
          variant={on ? 'contained' : 'outlined'}
          color={on ? 'primary' : 'default'}
          disableElevation
          aria-pressed={on}
          onClick={() => onSight({ ...sight, ...next, turned: [] })}
        >
          {title}
        </Button>
      ))}
      <Button
        onClick={() => onSight({ ...sight, branches: 'open', turned: [] })}
      >
        Unfold all
      </Button>
      <Button
        onClick={() => onSight({ ...sight, branches: 'closed', turned: [] })}
      >
        Fold all
      </Button>
      <span className={classes.note} role="status">
        {fitting < all && `${count(fitting)} of ${count(all)} hops. `}
        {leftOut > 0 &&
          `${count(leftOut)} rarer hops are left out of this answer.`}
      </span>
    </div>
  );
};
