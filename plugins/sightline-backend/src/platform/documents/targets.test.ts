import { targetsOf } from './targets';

const resolveUrl = ({ url, base }: { url: string; base: string }) =>
  new URL(url, base).toString();

const context = {
  ...{ annotation: 'sightline.dev/openslo', entity: 'service' },
  foldersKey: 'sightline.slo.openslo.folders',
  ...{ roots: ['/srv/catalog'], resolveUrl },
};

const find = (path: string, location: string) =>
  targetsOf(
    {
      annotations: {
        'sightline.dev/openslo': path,
        'backstage.io/managed-by-location': location,
      },
    },
    context,
  );

describe('targetsOf', () => {
  it.each([
    ['file:/srv/catalog/a/all.yaml', './slo.yaml', '/srv/catalog/a/slo.yaml'],
    ['file:/srv/catalog/a/all.yaml', '../slo.yaml', '/srv/catalog/slo.yaml'],
    [
      'url:https://git.example/a/b/-/blob/main/c.yaml',
      './s/o.yaml',
      'https://git.example/a/b/-/blob/main/s/o.yaml',
    ],
    [
      'url:https://git.example/team/deep/b/blob/main/c.yaml',
      '/team/deep/b/blob/other/o.yaml',
      'https://git.example/team/deep/b/blob/other/o.yaml',
    ],
    [
      'url:https://files.example/c.yaml',
      'o.yaml',
      'https://files.example/o.yaml',
    ],
  ])('of %s leads %s to %s', (location, path, address) => {
    expect(find(path, location).targets.map(target => target.address)).toEqual([
      address,
    ]);
  });

  it.each([
    ['file:/srv/catalog/all.yaml', '../slo.yaml'],
    ['file:/srv/catalog/all.yaml', '../catalog-of-others/slo.yaml'],
    ['file:/srv/catalog/all.yaml', '/srv/catalog/slo.yaml'],
    ['file:/etc/passwd', './slo.yaml'],
    ['url:https://git.example/a/b/blob/main/c.yaml', '/a/c/blob/main/o.yaml'],
    ['url:https://git.example/a/b/blob/main/c.yaml', '/a/b/o.yaml'],
    ['url:https://git.example/c.yaml', 'http://git.example/o.yaml'],
    ['url:https://git.example/a?path=/c.yaml', '/b?path=/o.yaml'],
    ['bootstrap:nowhere', './slo.yaml'],
    ['nonsense', './slo.yaml'],
    ['url:https://git.example/c.yaml', 'https://[/o.yaml'],
  ])('of %s does not lead %s out', (location, path) => {
    const { targets, problems } = find(path, location);
    expect([targets, problems.length]).toEqual([[], 1]);
  });

  it('has none where nothing is named', () => {
    expect(targetsOf({ annotations: {} }, context)).toEqual({
      targets: [],
      problems: [],
    });
  });
});
