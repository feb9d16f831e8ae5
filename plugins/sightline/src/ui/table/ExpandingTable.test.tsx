import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { GridColumn } from '../grid/GridColumn';
import type { GridSort } from '../grid/GridHead';
import { ExpandingTable } from './ExpandingTable';

type Row = { name: string; calls: number };

const columns: GridColumn<Row>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 200,
    grow: 1,
    leaves: 0,
    sortBy: 'name',
    cell: ({ name }) => <a href={`#${name}`}>{name}</a>,
  },
  {
    id: 'calls',
    title: 'Calls',
    width: 80,
    leaves: 1,
    numeric: true,
    sortBy: 'calls',
    cell: ({ calls }) => calls,
  },
];

const rows = (size: number): Row[] =>
  Array.from({ length: size }, (_, index) => ({
    name: `s${index}`,
    calls: 100 - index,
  }));

const Table = ({ size = 3 }: { size?: number }) => {
  const [open, setOpen] = useState<string>();
  const [sort, setSort] = useState<GridSort>({ by: 'calls', order: 'desc' });
  return (
    <>
      <output>{`${sort.by} ${sort.order}`}</output>
      <ExpandingTable
        label="Callers"
        columns={columns}
        rows={rows(size)}
        rowKey={row => row.name}
        rowName={row => row.name}
        sort={sort}
        onSort={setSort}
        detail={row => <p>all about {row.name}</p>}
        isOpen={row => row.name === open}
        onToggle={row => setOpen(row.name === open ? undefined : row.name)}
      />
    </>
  );
};

it('opens a row in place, by its button and where it is pressed', async () => {
  render(<Table />);
  const button = screen.getByRole('button', { name: 'More about s1' });
  expect(button).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(button);
  expect(screen.getByText('all about s1')).toBeVisible();
  expect(button).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(screen.getByText('98'));
  expect(screen.getByText('all about s2')).toBeVisible();
  expect(screen.queryByText('all about s1')).not.toBeInTheDocument();
});

it('leaves a press on a link to the link', async () => {
  render(<Table />);
  await userEvent.click(screen.getByRole('link', { name: 's0' }));
  expect(screen.queryByText('all about s0')).not.toBeInTheDocument();
});

it('sorts figures from the largest, names from the first, and turns round', async () => {
  render(<Table />);
  const heading = screen.getByRole('columnheader', { name: /Calls/ });
  expect(heading).toHaveAttribute('aria-sort', 'descending');
  await userEvent.click(within(heading).getByRole('button'));
  expect(screen.getByRole('status')).toHaveTextContent('calls asc');
  await userEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(screen.getByRole('status')).toHaveTextContent('name asc');
});

it('shows twenty of many, and all when asked', async () => {
  render(<Table size={50} />);
  expect(screen.getAllByRole('link')).toHaveLength(20);
  await userEvent.click(
    screen.getByRole('button', { name: 'Show 30 more rows' }),
  );
  expect(screen.getAllByRole('link')).toHaveLength(50);
});
