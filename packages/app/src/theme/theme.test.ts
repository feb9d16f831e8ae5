// eslint-disable-next-line no-restricted-imports -- tests run in Node, and to import a stylesheet gives them nothing
import { readFileSync } from 'fs';
// eslint-disable-next-line no-restricted-imports -- as above
import { join } from 'path';
import { surface, teal } from './palette';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');

const tokensOf = (mode: string) => {
  const block = css.split(`[data-theme-mode='${mode}'] {`)[1].split('}')[0];
  return Object.fromEntries(
    [...block.matchAll(/--bui-([\w-]+): (#\w+);/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
};

/** WCAG 2: relative luminance of the lighter colour over that of the darker. */
const contrast = (one: string, other: string) => {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5]
    .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('the theme', () => {
  it('gives Backstage UI the same light colours as Material UI', () => {
    expect(tokensOf('light')).toEqual({
      'bg-app': surface.light.page,
      'bg-solid': teal.onLight,
      'bg-solid-hover': teal.onLightHover,
      'bg-solid-pressed': teal.onLightHover,
    });
  });

  it('gives Backstage UI the same dark colours as Material UI', () => {
    expect(tokensOf('dark')).toMatchObject({
      'bg-app': surface.dark.page,
      'bg-neutral-1': surface.dark.card,
      'bg-neutral-2': surface.dark.onCard,
      'bg-neutral-3': surface.dark.above,
      'bg-neutral-4': surface.dark.top,
      'border-1': surface.dark.line,
      'bg-solid': teal.onDark,
      'bg-solid-hover': teal.onDarkHover,
    });
  });

  it.each([
    ['light page', teal.onLight, surface.light.page],
    ['light card', teal.onLight, surface.light.card],
    ['dark page', teal.onDark, surface.dark.page],
    ['dark card', teal.onDark, surface.dark.card],
  ])('has links that can be read on a %s', (_title, link, under) => {
    expect(contrast(link, under)).toBeGreaterThanOrEqual(4.5);
  });
});
