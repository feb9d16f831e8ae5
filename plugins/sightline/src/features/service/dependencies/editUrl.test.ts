import { Entity } from '@backstage/catalog-model';
import { editUrl } from './editUrl';

const entity = (annotation?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    ...(annotation && {
      annotations: { 'backstage.io/edit-url': annotation },
    }),
  },
});

const github = 'https://github.com/harbour/orders';
const gitlab = 'https://gitlab.com/harbour/orders';

it('takes what the catalog says first', () => {
  expect(
    editUrl(
      entity(`${github}/edit/main/catalog-info.yaml`),
      `url:${gitlab}/-/blob/main/catalog-info.yaml`,
    ),
  ).toBe(`${github}/edit/main/catalog-info.yaml`);
});

it.each([
  [`url:${github}/blob/main/a/b.yaml`, `${github}/edit/main/a/b.yaml`],
  [`${github}/tree/main/b.yaml`, `${github}/edit/main/b.yaml`],
  [`url:${gitlab}/-/blob/main/b.yaml`, `${gitlab}/-/edit/main/b.yaml`],
  [
    'url:https://git.harbour.example/b.yaml',
    'https://git.harbour.example/b.yaml',
  ],
])('finds where %s is edited', (file, edited) =>
  expect(editUrl(entity(), file)).toBe(edited),
);

it.each([undefined, '/srv/catalog/all.yaml', 'file:/srv/catalog/all.yaml'])(
  'knows no page for %s',
  file => expect(editUrl(entity(), file)).toBeUndefined(),
);

it('follows no address that runs code', () => {
  // eslint-disable-next-line no-script-url
  expect(editUrl(entity('javascript:alert(1)'))).toBeUndefined();
});
