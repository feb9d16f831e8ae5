import {
  createBaseThemeOptions,
  createUnifiedTheme,
  genPageTheme,
  palettes,
} from '@backstage/theme';
import { ink, surface, teal } from './palette';

const fontFamily =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

const navigation = {
  background: ink.deep,
  indicator: teal.onDark,
  color: ink.text,
  selectedColor: ink.bright,
  navItem: { hoverBackground: ink.raised },
  submenu: { background: ink.raised },
};

const page = genPageTheme({ colors: [ink.deep, ink.line], shape: 'none' });

// Every page carries the same header: a page's colour would compete with the
// colours of state below it.
const pageTheme = Object.fromEntries(
  [
    'home',
    'tool',
    'service',
    'website',
    'library',
    'other',
    'apis',
    'app',
    'documentation',
    'card',
  ].map(id => [id, page]),
);

export const lightTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.light,
      primary: { main: teal.onLight },
      link: teal.onLight,
      linkHover: teal.onLightHover,
      background: { default: surface.light.page, paper: surface.light.card },
      navigation,
    },
  }),
  fontFamily,
  defaultPageTheme: 'home',
  pageTheme,
});

export const darkTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.dark,
      primary: { main: teal.onDark },
      link: teal.onDark,
      linkHover: teal.onDarkHover,
      background: { default: surface.dark.page, paper: surface.dark.card },
      navigation: { ...navigation, background: '#08101a' },
    },
  }),
  fontFamily,
  defaultPageTheme: 'home',
  pageTheme,
});
