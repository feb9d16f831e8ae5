import { makeStyles } from '@material-ui/core/styles';
import { plural } from '../../../ui/figures';
import { quiet } from '../../../ui/state/quiet';
import { HopNode, isCrossing, readersOf } from './journeyTree';
import { hopName } from '../journey/journeyWords';
import { PartyName } from '../../../ui/party/PartyName';
import { ShownHop, onCriticalPath } from './shownHops';

const useStyles = makeStyles(theme => ({
  hop: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    height: '100%',
  },
  // One line a level, so that one sees whose call it is.
  guide: {
    alignSelf: 'stretch',
    flex: 'none',
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
  laterGuide: { borderLeft: `1px dashed ${quiet(theme)}` },
  fold: {
    flex: 'none',
    width: 24,
    height: 24,
    padding: 0,
    marginRight: 2,
    font: 'inherit',
    fontSize: 10,
    lineHeight: '24px',
    color: quiet(theme),
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  text: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    flex: 1,
    minWidth: 0,
    whiteSpace: 'nowrap',
  },
  wraps: { flexWrap: 'wrap', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  party: { display: 'inline-flex', flex: '0 1 auto', minWidth: 40 },
  onPath: { fontWeight: 600 },
  // It gives way first: who is called matters more than for what.
  operation: {
    // So much sooner that not a fraction of a pixel is taken from the name.
    flex: '0 1000000 auto',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
  },
  below: { flex: 'none' },
  aside: {
    fontSize: 13,
    fontWeight: 400,
    color: quiet(theme),
  },
}));

type HopCellProps = {
  row: ShownHop;
  onTurn: (id: string) => void;
  tabIndex: 0 | -1;
  /** px a level is indented */
  step?: number;
  /** where there is room below but not beside */
  wraps?: boolean;
};

/** Who is called and for what, indented below who calls. */
export const HopCell = (props: HopCellProps) => {
  const { row, onTurn, tabIndex, step = 12, wraps = false } = props;
  const classes = useStyles();
  const { node, open } = row;
  const { hop } = node;
  return (
    <div className={classes.hop}>
      <Guides node={node} step={step} />
      {open === undefined ? (
        <span className={classes.fold} aria-hidden="true" />
      ) : (
        <button
          type="button"
          className={classes.fold}
          tabIndex={tabIndex}
          aria-label={`${open ? 'Fold' : 'Unfold'} ${hopName(hop)}`}
          aria-expanded={open}
          onClick={() => onTurn(node.key)}
        >
          <span aria-hidden="true">{open ? '▼' : '▶'}</span>
        </button>
      )}
      <span className={`${classes.text} ${wraps ? classes.wraps : ''}`}>
        <span
          className={`${classes.party} ${
            onCriticalPath(node) ? classes.onPath : ''
          }`}
        >
          <PartyName party={hop.callee} tabIndex={tabIndex} />
        </span>
        <Below row={row} />
        <span
          className={`${classes.aside} ${classes.operation}`}
          title={hopName(hop)}
        >
          {hop.operation}
        </span>
      </span>
    </div>
  );
};

const Guides = ({ node, step }: { node: HopNode; step: number }) => {
  const classes = useStyles();
  const guides: JSX.Element[] = [];
  for (let above = node.parent; above; above = above.parent) {
    guides.unshift(
      <span
        key={above.key}
        className={`${classes.guide} ${above.later ? classes.laterGuide : ''}`}
        style={{ width: step }}
        aria-hidden="true"
      />,
    );
  }
  return <>{guides}</>;
};

/** What is behind a topic, and what is folded away. */
const Below = ({ row: { node, open } }: { row: ShownHop }) => {
  const classes = useStyles();
  const readers = isCrossing(node) ? readersOf(node) : 0;
  const folded = open === false ? plural(node.below, 'hop') : undefined;
  const words = [readers ? `→ ${plural(readers, 'reader')}` : '', folded]
    .filter(Boolean)
    .join(', ');
  return words ? (
    <span className={`${classes.aside} ${classes.below}`}>{words}</span>
  ) : null;
};
