import { component } from '../__testUtils__/entities';
import { toDeclaredService } from './DeclaredService';
import { Lookups, toDependencies, toService } from './toService';

const nothing: Lookups = { entity: () => undefined, above: () => [] };

describe('toService', () => {
  it('takes the runbook from the annotation first, then from a link of that type', () => {
    const entity = component('cart');
    entity.metadata.links = [
      { url: 'https://x.example/a', type: 'dashboard' },
      { url: 'https://x.example/b', title: 'Runbook', type: 'Runbook' },
    ];
    const linked = toService(toDeclaredService(entity), nothing);
    entity.metadata.annotations = {
      'sightline.dev/runbook': 'https://x.example/c',
    };
    const annotated = toService(toDeclaredService(entity), nothing);
    expect([linked.runbook, annotated.runbook]).toEqual([
      'https://x.example/b',
      'https://x.example/c',
    ]);
  });

  it('reads owner and system from spec while nothing is stitched yet', () => {
    const entity = {
      ...component('cart', { owner: 'shop', system: 'web' }),
      relations: [],
    };
    const { owner, system } = toService(toDeclaredService(entity), nothing);
    expect([owner, system]).toEqual([
      { ref: 'group:default/shop', name: 'shop', exists: false, path: [] },
      { ref: 'system:default/web', name: 'web' },
    ]);
  });

  it('says what is missing by leaving it out', () => {
    const entity = component('cart', { lifecycle: '', tier: 'T9' });
    expect(toService(toDeclaredService(entity), nothing)).toEqual({
      ref: 'component:default/cart',
      name: 'cart',
      title: 'cart',
      type: 'service',
      links: [],
      tags: [],
      annotationProblems: [expect.objectContaining({ value: 'T9' })],
    });
  });

  it('names the providers of an API only when the API is known', () => {
    const declared = toDeclaredService(
      component('cart', { consumesApis: ['api:default/prices'] }),
    );
    expect(toDependencies(declared, nothing)).toEqual([
      { ref: 'api:default/prices', name: 'prices', relation: 'consumesApi' },
    ]);
  });
});
