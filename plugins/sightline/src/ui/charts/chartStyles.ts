import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';

/** Words within a drawing. */
export const useChartStyles = makeStyles(theme => ({
  words: {
    fontSize: 11,
    fill: quiet(theme),
    fontVariantNumeric: 'tabular-nums',
  },
  /** readable where it lies over a line */
  over: {
    fontSize: 11,
    fontVariantNumeric: 'tabular-nums',
    paintOrder: 'stroke',
    stroke: theme.palette.background.paper,
    strokeWidth: 4,
    strokeLinejoin: 'round',
  },
}));
