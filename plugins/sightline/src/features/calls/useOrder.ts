import { useSearchParams } from 'react-router-dom';
import type { GridSort } from '../../ui/grid/GridHead';

type Value = string | number | undefined;

/** How a table can be sorted: by what, and how that is read from a row. */
export type Orders<Row> = Record<string, (row: Row) => Value>;

const compare = (a: Value, b: Value): number => {
  if (a === b) {
    return 0;
  }
  return a! < b! ? -1 : 1;
};

/** Sorted as asked; what is not known comes last either way. */
export const sorted = <Row>(
  rows: Row[],
  orders: Orders<Row>,
  { by, order }: GridSort,
): Row[] => {
  const read = orders[by];
  const sign = order === 'desc' ? -1 : 1;
  const known = rows.filter(row => read(row) !== undefined);
  const unknown = rows.filter(row => read(row) === undefined);
  return [
    ...known.sort((a, b) => sign * compare(read(a), read(b))),
    ...unknown,
  ];
};

const parse = <Row>(
  text: string | null,
  orders: Orders<Row>,
  unsaid: GridSort,
): GridSort => {
  const [by = '', order] = text?.split('.') ?? [];
  return Object.hasOwn(orders, by)
    ? { by, order: order === 'asc' ? 'asc' : 'desc' }
    : unsaid;
};

/** The order of one of the page's tables, kept in the URL under its name. */
export function useOrder<Row>(
  name: string,
  orders: Orders<Row>,
  unsaid: GridSort,
) {
  const [params, setParams] = useSearchParams();
  const sort = parse(params.get(name), orders, unsaid);
  const onSort = (next: GridSort) =>
    setParams(
      was => {
        const changed = new URLSearchParams(was);
        changed.set(name, `${next.by}.${next.order}`);
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  return { sort, onSort };
}
