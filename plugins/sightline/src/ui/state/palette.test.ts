import { contrast } from './contrast';
import { stateColours } from './palette';

/** Every surface a state is drawn on: Backstage's own themes, and the portal's. */
const surfaces = {
  light: ['#ffffff', '#f8f8f8', '#f5f7f9'],
  dark: ['#424242', '#333333', '#121f2e', '#0b1420'],
};

it('knows that black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});

describe.each(['light', 'dark'] as const)(
  'the states of the %s theme',
  theme => {
    it.each(Object.entries(stateColours[theme]))(
      '%s (%s) can be read on every surface',
      (_kind, colour) => {
        const least = Math.min(
          ...surfaces[theme].map(surface => contrast(colour, surface)),
        );
        expect(least).toBeGreaterThanOrEqual(4.5);
      },
    );
  },
);
