import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

export const CELL = 36;
export const ROW = 32;
export const HEAD_HEIGHT = 132;
export const HEAD_WIDTH = 176;
/** on a phone, where names leave more room to cells */
export const NARROW_HEAD_WIDTH = 118;

export const useMatrixStyles = makeStyles(theme => ({
  grid: {
    position: 'relative',
    overflow: 'auto',
    overscrollBehavior: 'contain',
    boxSizing: 'border-box',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 13,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '&:focus-visible $cell[data-active=true]': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    height: HEAD_HEIGHT,
    minWidth: '100%',
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
    boxSizing: 'border-box',
  },
  corner: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    height: '100%',
    boxSizing: 'border-box',
    padding: 8,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    background: theme.palette.background.paper,
    borderRight: `1px solid ${theme.palette.divider}`,
    fontSize: 12,
    color: quiet(theme),
  },
  // From bottom to top, as the head is tilted to the left when it is read.
  column: {
    position: 'absolute',
    bottom: 0,
    width: CELL,
    height: HEAD_HEIGHT - 1,
    boxSizing: 'border-box',
    padding: '8px 0',
    lineHeight: `${CELL}px`,
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    '&[data-pointed=true]': { fontWeight: 600 },
  },
  body: { position: 'relative', minWidth: '100%' },
  row: {
    position: 'absolute',
    left: 0,
    height: ROW,
    minWidth: '100%',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:hover': { background: theme.palette.action.hover },
    '&[data-pointed=true] $rowHead': { fontWeight: 600 },
  },
  rowHead: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    height: '100%',
    boxSizing: 'border-box',
    padding: '0 8px',
    lineHeight: `${ROW - 1}px`,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    background: theme.palette.background.paper,
    borderRight: `1px solid ${theme.palette.divider}`,
  },
  cell: {
    position: 'absolute',
    top: 0,
    width: CELL,
    height: ROW - 1,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRight: `1px solid ${theme.palette.divider}`,
    '&[data-pair=true]': { cursor: 'pointer' },
    '&[aria-selected=true]': {
      background: theme.palette.action.selected,
      boxShadow: `inset 0 0 0 2px ${theme.palette.text.primary}`,
    },
  },
  // A ring with gaps around the state: the contract stands, the calls are missing.
  silent: {
    display: 'inline-flex',
    padding: 3,
    borderRadius: '50%',
    border: `1px dashed ${quiet(theme)}`,
  },
  mark: { display: 'inline-flex' },
  // Leads the eye up to the name.
  beam: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: CELL,
    background: theme.palette.action.hover,
    pointerEvents: 'none',
  },
}));

export type MatrixClasses = ReturnType<typeof useMatrixStyles>;
