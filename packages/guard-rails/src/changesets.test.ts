import { problemsOfChangeset } from './changesets.ts';

const published = ['@sightline/x'];
const story = 'You can now read Mimir tenants.';

describe('changesets', () => {
  it.each([
    ['a package we do not publish', `---\n'y': minor\n---\n${story}`, "'y' is"],
    ['a bump that is none', `---\n'@sightline/x': big\n---\n${story}`, 'major'],
    ['no package', `---\n---\n${story}`, 'names no package'],
    ['no front matter', story, 'names no package'],
    ['no story', `---\n'@sightline/x': patch\n---\nfix\n`, 'does not say'],
  ])('fails %s', (_title, text, words) => {
    expect(problemsOfChangeset('c.md', text, published)).toContainEqual(
      expect.stringContaining(words),
    );
  });

  it('passes a changeset that tells a story', () => {
    const text = `---\n'@sightline/x': minor\n---\n\n${story}\n`;
    expect(problemsOfChangeset('c.md', text, published)).toEqual([]);
  });
});
