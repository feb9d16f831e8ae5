import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';
import { FIGURE_COLUMNS } from './JourneyRow';

export const useHeadStyles = makeStyles(theme => ({
  head: {
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1fr) ${FIGURE_COLUMNS}`,
    alignItems: 'center',
    height: 34,
    boxSizing: 'border-box',
    padding: '0 10px 0 12px',
    fontSize: 12,
    fontWeight: 600,
    color: quiet(theme),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  // The list scrolls away below it.
  stays: { position: 'sticky', top: 0, zIndex: 1 },
  title: { textAlign: 'right' },
  sort: {
    minHeight: 28,
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'right',
    background: 'none',
    border: 0,
    borderRadius: 3,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '&[aria-pressed=true]': { color: theme.palette.text.primary },
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));
