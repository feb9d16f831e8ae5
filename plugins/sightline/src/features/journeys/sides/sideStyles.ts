import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

/** What the sides with a table have in common. */
export const useSideStyles = makeStyles(theme => ({
  side: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) },
  words: { margin: 0, fontSize: 14, lineHeight: '21px', maxWidth: 720 },
  aside: { color: quiet(theme) },
  table: {
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
  },
  title: { margin: theme.spacing(0, 0, 0.5), fontSize: 14, fontWeight: 600 },
  list: { margin: 0, paddingLeft: 20, fontSize: 14, lineHeight: '21px' },
  inLine: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    paddingLeft: 0,
    listStyle: 'none',
  },
  bar: {
    display: 'block',
    height: 10,
    minWidth: 2,
    borderRadius: 1,
    background: theme.palette.text.primary,
  },
}));
