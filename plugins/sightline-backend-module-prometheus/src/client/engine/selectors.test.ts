import { selector } from './selectors';

describe('selector', () => {
  it.each([
    ['a', 'job="a"'],
    ['say "hi"', 'job="say \\"hi\\""'],
    ['back\\slash', 'job="back\\\\slash"'],
    ['two\nlines', 'job="two\\nlines"'],
    ['"}) or vector(1) #', 'job="\\"}) or vector(1) #"'],
    ['schön ☂', 'job="schön ☂"'],
    ['half \ud83d', 'job="half \ufffd"'],
  ])('lets %j be nothing but a value', (value, matcher) => {
    expect(selector('up', [['job', '=', value]])).toBe(
      `{__name__="up",${matcher}}`,
    );
  });
});
