import { Theme } from '@material-ui/core/styles';
import { stateColours } from './palette';

/**
 * For units, ages and other asides. Backstage's secondary text falls short of a
 * contrast of 4.5 on the page's background in the light theme; idle grey does not.
 */
export const quiet = (theme: Theme): string =>
  stateColours[theme.palette.type].idle;
