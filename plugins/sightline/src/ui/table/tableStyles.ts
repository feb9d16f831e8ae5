import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';

export const useTableStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: 14,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '0 10px',
      textAlign: 'left',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      textOverflow: 'ellipsis',
    },
    '& tbody > tr': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    height: 32,
    '& th': { fontSize: 12, fontWeight: 600, color: quiet(theme) },
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    minHeight: 28,
    padding: '0 4px',
    margin: '0 -4px',
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  row: {
    height: 34,
    '&:hover': { background: theme.palette.action.hover },
  },
  twoLines: { height: 56 },
  openable: { cursor: 'pointer' },
  numeric: { '&&': { textAlign: 'right' } },
  lead: { display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 },
  toggle: {
    display: 'inline-flex',
    flex: 'none',
    alignItems: 'center',
    justifyContent: 'center',
    width: 24,
    height: 24,
    marginLeft: -8,
    padding: 0,
    color: quiet(theme),
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  details: {
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    paddingLeft: 16,
    fontSize: 12,
    color: quiet(theme),
    overflow: 'hidden',
  },
  detail: {
    '&& > td': {
      padding: theme.spacing(0.5, 1.5, 2, 3.25),
      whiteSpace: 'normal',
      textOverflow: 'clip',
    },
    '&&&': { borderTop: 0 },
  },
  more: { padding: theme.spacing(0.5, 0, 0, 0.5) },
}));

export type TableClasses = ReturnType<typeof useTableStyles>;
