import { harbourBlast } from '../../__testUtils__/harbourImpact';
import { harbourMap } from '../../__testUtils__/harbourMap';
import { sharesOnMap } from './sharesOnMap';

const blast = harbourBlast('component:default/ledger');

it('names each affected party that is drawn', () => {
  const shares = sharesOnMap(blast, harbourMap({ groupBy: 'none' }));
  expect(shares.get('component:default/ledger')).toBe(1);
  expect(shares.get('component:default/payments')).toBe(1);
  expect(shares.has('component:default/search')).toBe(false);
});

it('gives a closed group the share of its worst member', () => {
  const shares = sharesOnMap(blast, harbourMap({}));
  const worst = Math.max(
    ...blast.affected
      .filter(({ party }) => party.system?.name === 'checkout')
      .map(({ share }) => share),
  );
  expect(shares.get('system:default/checkout')).toBe(worst);
  expect(shares.get('system:default/money')).toBe(1);
  expect(shares.has('system:default/discovery')).toBe(false);
});
