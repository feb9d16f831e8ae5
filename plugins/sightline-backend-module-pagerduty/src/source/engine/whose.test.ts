import { id, service } from '../../__testUtils__/accounts';
import { ReadService } from './read';
import { wantsIntegrations, whose } from './whose';

const theirs = (one: string, policy: string, key?: string): ReadService => ({
  ...{ id: one, name: `${one} by name`, policy },
  integrationKeys: key === undefined ? [] : [key],
});

const all = [theirs('PA', 'E1', 'k1'), theirs('PB', 'E2', 'k2')];

const key = (said: string) => ({ 'pagerduty.com/integration-key': said });

const only = { isDefault: true };

describe('whose service of PagerDuty it is', () => {
  it.each([
    ['its id', service('a', id('PB')), 'E2'],
    ['the key of an integration', service('a', key('k2')), 'E2'],
    [
      'the key, where both are said',
      service('a', { ...key('k1'), ...id('PB') }),
      'E1',
    ],
    [
      'the id, where the key is of none',
      service('a', { ...key('k9'), ...id('PB') }),
      'E2',
    ],
    ['a name it is known by', service('a', {}, ['PB by name']), 'E2'],
    ['an id it is known by', service('a', {}, ['PB']), 'E2'],
    [
      'the annotation, not the name',
      service('a', id('PA'), ['PB by name']),
      'E1',
    ],
  ])('is told by %s', (_, one, policy) => {
    expect([...whose([one], all, only).byPolicy]).toEqual([
      [policy, ['component:default/a']],
    ]);
  });

  it('is not guessed where an annotation leads nowhere', () => {
    const { byPolicy, missing } = whose(
      [service('a', id('P0'), ['PB by name']), service('b')],
      all,
      only,
    );
    expect([[...byPolicy], missing]).toEqual([[], ['component:default/a']]);
  });

  it.each([
    ['the only account takes all', only, ['a', 'b', 'c']],
    [
      'the default takes its own and those without',
      { name: 'main', isDefault: true },
      ['a', 'b'],
    ],
    ['another takes its own', { name: 'eu', isDefault: false }, ['c']],
  ])('is told by account: %s', (_, account, refs) => {
    const services = [
      service('a', id('PA')),
      service('b', id('PA', 'main')),
      service('c', id('PA', 'eu')),
    ];
    expect(whose(services, all, account).byPolicy.get('E1')).toEqual(
      refs.map(name => `component:default/${name}`),
    );
  });

  it('needs integrations where anybody is named by one', () => {
    expect(wantsIntegrations([service('a', id('PA'))])).toBe(false);
    expect(wantsIntegrations([service('a', key('k1'))])).toBe(true);
  });
});
