import { fitText, textWidth } from './textWidth';

it('knows that capitals are wider than commas', () => {
  expect(textWidth('MMM', 10)).toBeGreaterThan(textWidth(',,,', 10) * 2);
});

it.each([
  ['orders', 200, 'orders'],
  ['Warehouse Management', 80, 'Warehouse…'],
  ['abc', 0, 'a…'],
  ['', 10, ''],
])('fits "%s" into %d px as "%s"', (text, room, fitted) => {
  expect(fitText(text, { size: 13, room })).toBe(fitted);
});
