import {
  allContracts,
  formatContractsQuery,
  isFiltered,
  onlyState,
  parseContractsQuery,
  toMatrixQuery,
  toggled,
} from './contractsQuery';

const parsed = (url: string) => parseContractsQuery(new URLSearchParams(url));

it('writes the usual view as nothing at all', () => {
  expect(`${formatContractsQuery(allContracts)}`).toBe('');
  expect(parsed('')).toEqual(allContracts);
});

it('reads what it has written, whatever the names hold', () => {
  const query = {
    ...allContracts,
    environment: 'pre prod',
    state: ['failed' as const, 'unknown' as const],
    q: 'pay & go',
    view: 'table' as const,
    sort: 'verified' as const,
    order: 'desc' as const,
    all: true,
    look: {
      broker: 'pact:eu',
      consumer: 'team/edge → ☕',
      provider: 'a&b=c',
    },
  };
  expect(parsed(`${formatContractsQuery(query)}`)).toEqual(query);
});

it('leaves out what it does not understand', () => {
  expect(
    parsed('state=lost&state=failed&view=cube&sort=mood&order=up&pair=a&all=1'),
  ).toEqual({ ...allContracts, state: ['failed'] });
});

it('leaves the parameters of others as they are', () => {
  const others = new URLSearchParams('deploy=Orders&q=old');
  expect(`${formatContractsQuery({ ...allContracts, q: 'new' }, others)}`).toBe(
    'deploy=Orders&q=new',
  );
});

it('asks the API only for what is set', () => {
  expect(toMatrixQuery(allContracts)).toEqual({});
  expect(
    toMatrixQuery(parsed('env=staging&q=%20pay%20&state=never&all=true')),
  ).toEqual({
    environment: 'staging',
    q: 'pay',
    state: ['never'],
    limit: 10_000,
  });
});

it('does not count the environment among the filters', () => {
  expect(isFiltered(parsed('env=staging'))).toBe(false);
  expect(isFiltered(parsed('q=pay'))).toBe(true);
  expect(isFiltered(parsed('state=failed'))).toBe(true);
});

it('puts states in and takes them out', () => {
  const two = toggled(toggled(allContracts, 'success'), 'failed');
  expect(two.state).toEqual(['failed', 'success']);
  expect(toggled(two, 'success').state).toEqual(['failed']);
  expect(onlyState(two, 'stale').state).toEqual(['stale']);
  expect(onlyState(onlyState(two, 'stale'), 'stale').state).toEqual([]);
});
