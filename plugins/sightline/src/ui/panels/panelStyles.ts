import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';

export const usePanelStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    margin: theme.spacing(0.5, 0),
  },
  words: { margin: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  links: { '& a': { textDecoration: 'underline' } },
  quiet: { color: quiet(theme), fontSize: 13 },
  section: { margin: theme.spacing(2, 0, 0.5), fontSize: 13, fontWeight: 600 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0),
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    '& dd > a': { textDecoration: 'underline' },
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  place: { fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' },
  link: {
    color: 'inherit',
    fontWeight: 600,
    textDecoration: 'underline',
    borderRadius: 2,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));
