import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

/** Narrower than this a dependency takes two lines. */
export const ONE_LINE = 640;

const columns = 'minmax(120px, 1fr) 146px 58px 40px 56px 66px 66px 70px';

export const useDriftStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  head: {
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'center',
    height: 28,
    columnGap: 8,
    fontSize: 12,
    '& > span': { fontSize: 12, whiteSpace: 'nowrap' },
    fontWeight: 600,
    color: quiet(theme),
  },
  row: {
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'center',
    columnGap: 8,
    height: 36,
    fontVariantNumeric: 'tabular-nums',
  },
  twoLines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gridTemplateRows: '30px auto',
    alignItems: 'center',
    columnGap: 8,
    minHeight: 60,
    paddingBottom: 6,
    boxSizing: 'border-box',
    fontVariantNumeric: 'tabular-nums',
  },
  item: {
    borderTop: `1px solid ${theme.palette.divider}`,
    overflow: 'hidden',
  },
  layers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.25),
    minHeight: 24,
    alignItems: 'center',
    fontSize: 12,
  },
  figures: { display: 'inline-flex', gap: 10, fontSize: 13 },
  end: { justifySelf: 'end' },
  centred: { textAlign: 'center' },
  numeric: { textAlign: 'right', fontSize: 13 },
  quiet: { color: quiet(theme) },
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 2,
    minHeight: 26,
    maxWidth: '100%',
    padding: '0 4px 0 6px',
    marginLeft: -6,
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    '& > svg': { flex: 'none' },
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  detail: { padding: theme.spacing(0.5, 0, 1.5, 2.75) },
  fold: { minHeight: 34, marginLeft: -4 },
  well: { margin: theme.spacing(0, 0, 1) },
}));
