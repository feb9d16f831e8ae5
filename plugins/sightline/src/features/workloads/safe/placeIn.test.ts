import { placeIn } from './placeIn';

const portal = { origin: 'https://portal.example', base: '/' };
const below = { origin: 'https://portal.example', base: '/backstage' };

it.each([
  [
    portal,
    '/sightline/slos?q=a#b',
    { kind: 'inside', path: '/sightline/slos?q=a#b' },
  ],
  [
    portal,
    'https://portal.example/catalog/default/component/x/slo',
    { kind: 'inside', path: '/catalog/default/component/x/slo' },
  ],
  [
    below,
    'https://portal.example/backstage/catalog/x',
    { kind: 'inside', path: '/catalog/x' },
  ],
  [below, 'https://portal.example/wiki', { kind: 'outside' }],
  [portal, 'https://argo.example/orders', { kind: 'outside' }],
  [portal, '//argo.example/orders', { kind: 'outside' }],
  // eslint-disable-next-line no-script-url
  [portal, 'javascript:alert(1)', { kind: 'nowhere' }],
  [portal, 'https://', { kind: 'nowhere' }],
])('of %j, %s is %j', (at, url, place) =>
  expect(placeIn(at, url)).toEqual(place),
);
