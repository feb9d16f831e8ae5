import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FilterBar, FilterBarProps } from './FilterBar';

const owner = {
  id: 'owner',
  title: 'Owner',
  chosen: ['b'],
  options: [
    { value: 'a', label: 'payments', count: 1_200 },
    { value: 'b', label: 'orders', count: 3 },
    { value: 'c', label: 'search', count: 9 },
  ],
};

const bar = (props: Partial<FilterBarProps> = {}) => {
  const calls = { onFacet: jest.fn(), onToggle: jest.fn(), onClear: jest.fn() };
  render(
    <FilterBar
      facets={[owner]}
      toggles={[{ id: 'mine', title: 'Mine', on: false }]}
      {...calls}
      {...props}
    >
      <span />
    </FilterBar>,
  );
  return calls;
};

it('says how many are chosen, and lists them with their counts when opened', async () => {
  bar();
  await userEvent.click(
    screen.getByRole('button', { name: 'Filter by Owner, 1 chosen' }),
  );
  const options = within(await screen.findByRole('listbox')).getAllByRole(
    'option',
  );
  expect(options.map(option => option.textContent)).toEqual([
    'payments1,200',
    '✓orders3',
    'search9',
  ]);
  expect(options[1]).toHaveAttribute('aria-selected', 'true');
});

it('can be used by keyboard alone: open, narrow, move, choose several, close', async () => {
  const { onFacet } = bar();
  screen.getByRole('button', { name: 'Filter by Owner, 1 chosen' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}{Home}{Enter}');
  await userEvent.keyboard('ord{Enter}');
  expect(onFacet.mock.calls).toEqual([
    ['owner', 'c'],
    ['owner', 'a'],
    ['owner', 'b'],
  ]);
});

it('takes one choice back, or all of them', async () => {
  const { onFacet, onClear } = bar();
  await userEvent.click(
    screen.getByRole('button', { name: 'Remove Owner orders' }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(onFacet).toHaveBeenCalledWith('owner', 'b');
  expect(onClear).toHaveBeenCalledTimes(1);
});

it('tells whether a toggle is on', async () => {
  const { onToggle } = bar();
  expect(screen.getByRole('button', { name: 'Mine' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
  expect(onToggle).toHaveBeenCalledWith('mine');
});

it('keeps a choice that is no longer counted, so that it can be taken back', () => {
  bar({ facets: [{ ...owner, chosen: ['gone'] }] });
  expect(
    screen.getByRole('button', { name: 'Remove Owner gone' }),
  ).toBeVisible();
});

it('shows places for counts that are on their way', async () => {
  bar({ facets: [{ ...owner, chosen: [], options: undefined }] });
  await userEvent.click(
    screen.getByRole('button', { name: 'Filter by Owner' }),
  );
  expect(await screen.findByRole('listbox')).toHaveAttribute(
    'aria-busy',
    'true',
  );
});
