import { makeStyles } from '@material-ui/core/styles';
import {
  ObjectiveState,
  objectiveStates,
} from '@sightline/backstage-plugin-sightline-common';
import { count } from '../../ui/figures';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { stateWords } from '../../ui/slo/objectiveWords';
import { StateShape } from '../../ui/state/StateShape';
import { quiet } from '../../ui/state/quiet';
import { useStateColours } from '../../ui/state/useStateColours';
import { Slos } from './useSlos';

const useStyles = makeStyles(theme => ({
  sum: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  states: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    // On a phone they have a line of their own, below the sum and the tools.
    [theme.breakpoints.down('xs')]: {
      order: 1,
      flexWrap: 'nowrap',
      width: '100%',
      padding: 2,
      overflowX: 'auto',
    },
  },
  unit: { color: quiet(theme), fontSize: 13 },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    minHeight: 28,
    padding: '0 10px',
    font: 'inherit',
    fontSize: 13,
    color: 'inherit',
    background: 'none',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 14,
    cursor: 'pointer',
    flex: 'none',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-pressed=true]': {
      background: theme.palette.action.selected,
      borderColor: quiet(theme),
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

/** "214 of 230 objectives", and how many stand how; a part of it filters when pressed. */
export const SlosSummary = (props: Slos) => {
  const { query, main, listed, onState } = props;
  const classes = useStyles();
  const { first } = main;
  const total = listed.reduce(
    (sum, state) => sum + (first?.states[state] ?? 0),
    0,
  );
  return (
    <>
      <span className={classes.sum} role="status">
        {first ? (
          <>
            <strong>{count(total)}</strong>
            <span className={classes.unit}>
              {' '}
              of {count(first.of)} objectives
            </span>
          </>
        ) : (
          <SkeletonBlock width={130} />
        )}
      </span>
      <div className={classes.states} role="group" aria-label="By state">
        {objectiveStates.map(state => (
          <StateButton
            key={state}
            state={state}
            held={first?.states[state]}
            isChosen={query.state.includes(state)}
            onChoose={() => onState(state)}
          />
        ))}
      </div>
    </>
  );
};

type StateButtonProps = {
  state: ObjectiveState;
  /** how many; left out while that is on its way */
  held?: number;
  isChosen: boolean;
  onChoose(): void;
};

const StateButton = ({ state, held, isChosen, onChoose }: StateButtonProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  const { word, kind, meaning } = stateWords[state];
  const color = held ? colours[kind] : colours.idle;
  return (
    <button
      type="button"
      className={classes.state}
      aria-pressed={isChosen}
      title={meaning}
      onClick={onChoose}
    >
      <span style={{ color, display: 'inline-flex' }}>
        <StateShape kind={kind} size={10} />
      </span>
      {held === undefined ? <SkeletonBlock width={14} /> : count(held)} {word}
    </button>
  );
};
