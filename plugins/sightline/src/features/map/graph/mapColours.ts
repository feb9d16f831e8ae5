import { Theme, useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { StateKind, stateColours } from '../../../ui/state/palette';

/** Colours of a drawing as values, so that it can leave the page as a file. */
export type MapColours = {
  text: string;
  quiet: string;
  paper: string;
  page: string;
  /** of groups and frames */
  outline: string;
  accent: string;
  states: Record<StateKind, string>;
  font: string;
};

const mapColours = (theme: Theme): MapColours => ({
  text: theme.palette.text.primary,
  quiet: stateColours[theme.palette.type].idle,
  paper: theme.palette.background.paper,
  page: theme.palette.background.default,
  outline: theme.palette.type === 'dark' ? '#55677c' : '#9aa7b4',
  accent: theme.palette.primary.main,
  states: stateColours[theme.palette.type],
  font: String(theme.typography.fontFamily ?? 'sans-serif'),
});

export function useMapColours(): MapColours {
  const theme = useTheme();
  return useMemo(() => mapColours(theme), [theme]);
}
