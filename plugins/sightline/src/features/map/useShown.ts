import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme } from '@material-ui/core/styles';
import { MapQuery } from './mapQuery';

/** A drawing needs room; on a phone the table says the same in less of it. */
export function useShown({ view }: MapQuery): 'graph' | 'table' {
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  return view ?? (isNarrow ? 'table' : 'graph');
}
