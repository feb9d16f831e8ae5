import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { count } from '../figures';
import { SkeletonBlock } from '../panels/SkeletonBlock';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  toggle: {
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
  group: {
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
}));

type CountTogglesProps = { label: string; children: ReactNode };

/** How many there are of each kind; a part of it filters when pressed. */
export const CountToggles = ({ label, children }: CountTogglesProps) => (
  <div className={useStyles().group} role="group" aria-label={label}>
    {children}
  </div>
);

type CountToggleProps = {
  word: string;
  meaning: string;
  /** drawn before the figure, in the colour of the state */
  shape: JSX.Element;
  color: string;
  /** how many; left out while that is on its way */
  held?: number;
  isChosen: boolean;
  onChoose(): void;
};

export const CountToggle = ({
  word,
  meaning,
  shape,
  color,
  held,
  isChosen,
  onChoose,
}: CountToggleProps) => (
  <button
    type="button"
    className={useStyles().toggle}
    aria-pressed={isChosen}
    title={meaning}
    onClick={onChoose}
  >
    <span style={{ color, display: 'inline-flex' }}>{shape}</span>
    {held === undefined ? <SkeletonBlock width={14} /> : count(held)} {word}
  </button>
);
