import { GridColumn, layoutFor } from './GridColumn';

const column = (
  id: string,
  leaves: number,
  extra: Partial<GridColumn<string>> = {},
) => ({
  id,
  title: id,
  width: 200,
  leaves,
  cell: (row: string) => row,
  ...extra,
});

const columns = [
  column('name', 0, { grow: 1 }),
  column('owner', 1, { detail: true }),
  column('tags', 3),
  column('system', 2),
];

const shown = (room: number) =>
  layoutFor(columns, room).columns.map(({ id }) => id);

it('shows every column where there is room, in the order they were given', () => {
  expect(shown(800)).toEqual(['name', 'owner', 'tags', 'system']);
});

it('lets the least important columns go first', () => {
  expect(shown(799)).toEqual(['name', 'owner', 'system']);
  expect(shown(599)).toEqual(['name', 'owner']);
});

it('turns rows into two lines on a phone: the name, and its details below', () => {
  const layout = layoutFor(columns, 375);
  expect(layout.twoLines).toBe(true);
  expect(layout.rowHeight).toBe(56);
  expect(layout.columns.map(({ id }) => id)).toEqual(['name', 'owner']);
});

it('shares what is left over among the columns that grow', () => {
  expect(layoutFor(columns, 800).template).toBe(
    'minmax(200px, 1fr) 200px 200px 200px',
  );
});
