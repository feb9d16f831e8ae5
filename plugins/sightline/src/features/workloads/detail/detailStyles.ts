import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../ui/state/quiet';

/** Items one below the other, each with a title, sentences and asides. */
export const useDetailStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    margin: 0,
    fontSize: 14,
    fontWeight: 600,
  },
  text: { margin: theme.spacing(0.25, 0, 0.75) },
  quiet: { color: quiet(theme), fontSize: 13, fontWeight: 400 },
  todo: { display: 'block', color: quiet(theme), fontSize: 13 },
  code: { fontFamily: 'monospace', fontSize: 13 },
}));
