import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';
import { HopNode } from '../order/journeyTree';
import { hopName } from '../journey/journeyWords';

const useStyles = makeStyles(theme => ({
  pointer: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    minHeight: 28,
    maxWidth: '100%',
    padding: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    background: 'none',
    border: 0,
    borderRadius: 2,
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  aside: { color: quiet(theme), fontSize: 13 },
}));

type HopPointerProps = { node: HopNode; onPoint: (key: string) => void };

/** A hop by name; pressed, the tree shows where it is. */
export const HopPointer = ({ node, onPoint }: HopPointerProps) => {
  const classes = useStyles();
  const { hop, later } = node;
  const operation = `${hop.operation}${later ? ' · later' : ''}`;
  return (
    <button
      type="button"
      className={classes.pointer}
      aria-label={`${hop.callee.name} ${operation}: show it in the order of the calls`}
      title={hopName(hop)}
      onClick={() => onPoint(node.key)}
    >
      <strong>{hop.callee.name}</strong>{' '}
      <span className={classes.aside}>{operation}</span>
    </button>
  );
};
