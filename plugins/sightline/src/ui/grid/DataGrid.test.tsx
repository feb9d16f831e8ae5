import {
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DataGrid, DataGridProps } from './DataGrid';
import { GridColumn } from './GridColumn';

type Row = { id: string };

const columns: GridColumn<Row>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 200,
    leaves: 0,
    sortBy: 'name',
    cell: (row, tools) => (
      <a href={`#${row.id}`} {...tools}>
        {row.id}
      </a>
    ),
  },
  {
    id: 'size',
    title: 'Size',
    width: 80,
    leaves: 1,
    numeric: true,
    cell: () => 1,
  },
];

const rows = (size: number): Row[] =>
  Array.from({ length: size }, (_, id) => ({ id: `s${id}` }));

const grid = (props: Partial<DataGridProps<Row>> = {}) =>
  render(
    <DataGrid
      label="Services"
      columns={columns}
      rows={rows(10_000)}
      total={10_000}
      rowKey={row => row.id}
      {...props}
    />,
  );

const activeText = () => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return document.getElementById(id!)?.textContent;
};

it('draws only the rows in sight of ten thousand, and tells how many there are', () => {
  grid();
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(screen.getByText('s0').closest('[role=row]')).toHaveAttribute(
    'aria-rowindex',
    '2',
  );
});

it('gives rows the height of a good operations tool', () => {
  grid();
  expect(screen.getByText('s1').closest('[role=row]')).toHaveStyle({
    height: '34px',
  });
});

it('is as high as its few rows where it does not have the page to itself', () => {
  const { rerender } = grid({ rows: rows(3), total: 3, maxRows: 10 });
  expect(screen.getByRole('grid')).toHaveStyle({
    height: `${35 + 2 + 3 * 34}px`,
  });
  rerender(
    <DataGrid
      label="Services"
      columns={columns}
      rows={rows(400)}
      total={400}
      rowKey={row => row.id}
      maxRows={10}
    />,
  );
  expect(screen.getByRole('grid')).toHaveStyle({
    height: `${35 + 2 + 10 * 34}px`,
  });
});

it.each([
  ['j', 's1'],
  ['jjk', 's1'],
  ['{ArrowDown}{ArrowDown}', 's2'],
  ['k', 's0'],
  ['jj{Home}', 's0'],
])('%s leads to row %s', async (keys, text) => {
  grid();
  screen.getByRole('grid').focus();
  await userEvent.keyboard(keys);
  expect(activeText()).toContain(text);
});

it('passes a page of rows with PageDown, and comes back with PageUp', async () => {
  grid();
  screen.getByRole('grid').focus();
  await userEvent.keyboard('{PageDown}');
  await waitFor(() => expect(activeText()).toMatch(/^s20/));
  await userEvent.keyboard('{PageUp}');
  expect(activeText()).toContain('s0');
});

it('opens the row with Enter, and in a new tab with Ctrl Enter', async () => {
  const onOpen = jest.fn();
  grid({ onOpen });
  screen.getByRole('grid').focus();
  await userEvent.keyboard('j{Enter}{Control>}{Enter}{/Control}');
  expect(onOpen.mock.calls).toEqual([
    [{ id: 's1' }, false],
    [{ id: 's1' }, true],
  ]);
});

it('opens the row where it is pressed, in a new tab with Ctrl or the middle button', () => {
  const onOpen = jest.fn();
  grid({ onOpen });
  const cell = within(
    screen.getByText('s2').closest('[role=row]') as HTMLElement,
  ).getByText('1');
  fireEvent.click(cell);
  fireEvent.click(cell, { ctrlKey: true });
  fireEvent(cell, new MouseEvent('auxclick', { bubbles: true, button: 1 }));
  expect(onOpen.mock.calls.map(([row, newTab]) => [row.id, newTab])).toEqual([
    ['s2', false],
    ['s2', true],
    ['s2', true],
  ]);
});

it('leaves a press on a link to the link', async () => {
  const onOpen = jest.fn();
  grid({ onOpen });
  await userEvent.click(screen.getByText('s3'));
  expect(onOpen).not.toHaveBeenCalled();
});

it('has the links of one row in the tab order, not of thousands', async () => {
  grid();
  screen.getByRole('grid').focus();
  await userEvent.keyboard('j');
  const links = screen.getAllByRole('link').filter(link => link.tabIndex === 0);
  expect(links.map(link => link.textContent)).toEqual(['s1']);
});

it('says by what it is sorted, and turns the order round by mouse and by keyboard', async () => {
  const onSort = jest.fn();
  grid({ sort: { by: 'name', order: 'asc' }, onSort });
  const heading = screen.getByRole('columnheader', { name: /Name/ });
  expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(within(heading).getByRole('button'));
  within(heading).getByRole('button').focus();
  await userEvent.keyboard('{Enter}');
  expect(onSort.mock.calls).toEqual([
    [{ by: 'name', order: 'desc' }],
    [{ by: 'name', order: 'desc' }],
  ]);
  expect(
    screen.getByRole('columnheader', { name: 'Size' }),
  ).not.toHaveAttribute('aria-sort');
});

it('draws rows that are not loaded yet as skeletons of the same size', () => {
  grid({ rows: rows(3), total: 10_000 });
  const skeleton = screen
    .getAllByRole('row')
    .find(row => row.getAttribute('aria-rowindex') === '6');
  expect(skeleton).toHaveAttribute('aria-busy', 'true');
  expect(skeleton).toHaveStyle({ height: '34px' });
});

it('asks for rows before the reader comes to them', () => {
  const onNeed = jest.fn();
  grid({ rows: rows(50), onNeed });
  const furthest = Math.max(...onNeed.mock.calls.map(([index]) => index));
  const drawn = screen.getAllByRole('row').length;
  expect(furthest).toBeGreaterThan(drawn + 30);
});

const Selecting = () => {
  const [ids, setIds] = useState<string[]>([]);
  return (
    <>
      <output>{ids.join(' ')}</output>
      <DataGrid
        label="Names"
        columns={columns}
        rows={rows(20)}
        total={20}
        rowKey={row => row.id}
        selection={{
          isSelected: row => ids.includes(row.id),
          onToggle: row => setIds(was => [...was, row.id]),
          onToggleAll: () => setIds(['all']),
        }}
      />
    </>
  );
};

it('selects by keyboard: one row, rows on the way, all', async () => {
  render(<Selecting />);
  screen.getByRole('grid').focus();
  await userEvent.keyboard('x{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(screen.getByRole('status')).toHaveTextContent('s0 s1 s2');
  expect(screen.getByText('s1').closest('[role=row]')).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(screen.getByRole('status')).toHaveTextContent('all');
});
