import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkCatalog } from './catalog.ts';

const cart = (spec: string) =>
  `kind: Component\nmetadata: { name: cart }\nspec: { ${spec} }\n`;
const team = 'kind: Group\nmetadata: { name: shop }\nspec: { children: [] }\n';

const check = (files: Record<string, string>) =>
  checkCatalog(memoryTree(files)).problems;

describe('catalog', () => {
  it('fails a reference that leads nowhere', () => {
    expect(
      check({
        'catalog-info/a.yaml': `${team}---\n${cart(
          'owner: shop, dependsOn: [resource:cart-db]',
        )}`,
      }),
    ).toEqual([
      'catalog-info/a.yaml: dependsOn of component:default/cart names resource:default/cart-db, which does not exist.',
    ]);
  });

  it('fails an entity that is there twice', () => {
    expect(
      check({ 'catalog-info/a.yaml': team, 'catalog-info/b.yaml': team }),
    ).toEqual([expect.stringContaining('and again in catalog-info/b.yaml')]);
  });

  it('fails YAML that does not parse', () => {
    expect(check({ 'catalog-info/a.yaml': 'kind: [Group' })).toEqual([
      expect.stringContaining('catalog-info/a.yaml: '),
    ]);
  });

  it('passes what truth.yaml says is missing, and only while it is', () => {
    const truth = `missing: [{ ref: group:default/ghosts, from: component:default/cart }]`;
    const file = 'examples/town/truth.yaml';
    expect(
      check({ 'catalog-info/a.yaml': cart('owner: ghosts'), [file]: truth }),
    ).toEqual([]);
    expect(
      check({
        'catalog-info/a.yaml': `${team}---\n${cart('owner: shop')}`,
        [file]: truth,
      }),
    ).toEqual([expect.stringContaining('is missing, and it is not')]);
  });
});
