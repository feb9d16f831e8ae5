import { traitsOfAMachine } from './productOnly.ts';

const traits = traitsOfAMachine('/srv/checkout', '/home/eve');

describe('product-only', () => {
  it.each([
    ['the checkout’s own folder', 'a.md', 'see /srv/checkout/docs', 'a folder'],
    ['the home of who runs it', 'a.ts', "cd('/home/eve')", 'a folder'],
    ['somebody else’s home', 'a.ts', '"/Users/bob/src/x"', 'home folder'],
    [
      'a registry’s address',
      'a.md',
      'https://registry.example.com/x',
      'a package registry',
    ],
    [
      'a registry setting',
      '.yarnrc.yml',
      'a: b\nnpmRegistryServer: http://localhost:4873',
      'a package registry',
    ],
    [
      'a lock file that remembers where a package was from',
      'yarn.lock',
      'resolution: "x@npm:1::__archiveUrl=http%3A%2F%2Fhost"',
      'where a package was from',
    ],
  ])('fails %s', (_title, file, text, words) => {
    expect(traits(file, text)).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['a route that looks like a home', 'get("http://localhost/home/eve/x")'],
    ['a longer name', '/srv/checkouts and /srv/checkout-2'],
    ['a link to a project', 'https://backstage.io/docs'],
    ['npm’s own default', 'https://registry.npmjs.org/'],
    ['a word about registries', 'only the npm registry must be reachable'],
  ])('passes %s', (_title, text) => {
    expect(traits('a.md', text)).toEqual([]);
  });
});
