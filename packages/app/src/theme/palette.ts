/**
 * The brand has two colours: ink for surfaces that carry navigation, teal for
 * what can be acted on. Everything else that is coloured in the portal means
 * the state of something, so the brand stays out of red, amber and green.
 */
export const ink = {
  deep: '#0d1b2a',
  raised: '#16283c',
  line: '#24384f',
  text: '#b8c4d2',
  bright: '#f4f7fa',
} as const;

export const teal = {
  onLight: '#0b6e66',
  onLightHover: '#084f49',
  onDark: '#4fd1c1',
  onDarkHover: '#8ce6da',
} as const;

/** From the page up: what lies on it, what lies on that. */
export const surface = {
  light: { page: '#f5f7f9', card: '#ffffff' },
  dark: {
    page: '#0b1420',
    card: '#121f2e',
    onCard: '#1b2b3d',
    above: '#24384f',
    top: '#2e455f',
    line: '#24384f',
  },
} as const;
