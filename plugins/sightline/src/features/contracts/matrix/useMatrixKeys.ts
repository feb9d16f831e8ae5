import { KeyboardEvent, useState } from 'react';
import type { KeyMeaning } from '../../../ui/keys/KeyboardHelp';
import { ContractGrid, pairAfter } from './gridOf';

export type Place = { row: number; column: number };

type MatrixKeysOptions = {
  grid: ContractGrid;
  /** rows that PageDown passes */
  page: number;
  onOpen: (place: Place) => void;
  scrollTo: (place: Place) => void;
};

export const matrixKeyMeanings: KeyMeaning[] = [
  ['← ↑ → ↓', 'from cell to cell'],
  ['n  p', 'next contract, contract before'],
  ['Home  End', 'first, last provider; with Ctrl of the whole matrix'],
  ['PgDn  PgUp', 'a page on, a page back'],
  ['Enter', 'look at the contract more closely'],
];

/** A step from cell to cell; undefined: the key means none. */
const stepOf = (
  event: KeyboardEvent,
  { row, column }: Place,
  { grid, page }: Pick<MatrixKeysOptions, 'grid' | 'page'>,
): Place | undefined => {
  const last = grid.providers.length - 1;
  const whole = event.ctrlKey || event.metaKey;
  const places: Record<string, Place | undefined> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    k: { row: row - 1, column },
    j: { row: row + 1, column },
    h: { row, column: column - 1 },
    l: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? grid.consumers.length - 1 : row, column: last },
    n: pairAfter(grid, { row, column }, 1),
    p: pairAfter(grid, { row, column }, -1),
  };
  const isOurs = !event.altKey && (!whole || /^(Home|End)$/.test(event.key));
  return isOurs && Object.hasOwn(places, event.key)
    ? places[event.key] ?? { row, column }
    : undefined;
};

const within = ({ row, column }: Place, grid: ContractGrid): Place => ({
  row: Math.max(0, Math.min(grid.consumers.length - 1, row)),
  column: Math.max(0, Math.min(grid.providers.length - 1, column)),
});

/** Which cell has the keyboard, and what its keys do. */
export function useMatrixKeys(options: MatrixKeysOptions) {
  const { grid, onOpen, scrollTo } = options;
  const [wanted, setActive] = useState<Place>({ row: 0, column: 0 });
  const active = within(wanted, grid);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event, active, options);
    if (step) {
      const next = within(step, grid);
      setActive(next);
      scrollTo(next);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      onOpen(active);
      event.preventDefault();
    }
  };
  return { active, setActive, onKeyDown };
}
