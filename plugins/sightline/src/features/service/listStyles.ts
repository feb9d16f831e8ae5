import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../ui/state/quiet';

/** Rows of a card: the same height and line as a grid's. */
export const useListStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    minHeight: 34,
    borderTop: `1px solid ${theme.palette.divider}`,
    fontVariantNumeric: 'tabular-nums',
  },
  grows: { flex: 1, minWidth: 160, overflowWrap: 'anywhere' },
  aside: { color: quiet(theme), fontSize: 13 },
}));
