import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

const HEAD = 34;

export const useHopStyles = makeStyles(theme => ({
  tree: {
    position: 'relative',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 14,
    fontVariantNumeric: 'tabular-nums',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '&:focus-visible [data-active=true]': {
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
      background: theme.palette.action.hover,
    },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: HEAD,
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 12,
    fontWeight: 600,
    color: quiet(theme),
  },
  line: { display: 'grid', alignItems: 'center' },
  row: {
    boxSizing: 'border-box',
    borderBottom: `1px solid ${theme.palette.divider}`,
    scrollMarginTop: HEAD + 4,
    scrollMarginBottom: 4,
    // Rows out of sight cost nothing until they are scrolled to.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 34px',
    '&:last-child': { borderBottom: 0 },
    '&:hover': { background: theme.palette.action.hover },
    '&[data-pointed=true]': {
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
      background: theme.palette.action.hover,
    },
  },
  oneLine: { height: 34 },
  later: { borderBottomStyle: 'dashed' },
  cell: {
    padding: '0 8px',
    minWidth: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
  hopCell: { height: '100%' },
  numeric: { textAlign: 'right' },
  narrow: { display: 'block', padding: '4px 10px 6px 4px' },
  narrowFigures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 12px',
    paddingLeft: 30,
    fontSize: 13,
  },
  narrowBar: { paddingLeft: 30 },
}));
