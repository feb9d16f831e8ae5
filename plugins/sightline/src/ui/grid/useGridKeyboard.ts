import { KeyboardEvent, useState } from 'react';
import { moveOf, rowAfter } from './gridKeys';

type GridKeyboardOptions<Row> = {
  rows: Row[];
  total: number;
  /** rows that PageDown passes */
  page: number;
  onOpen?: (row: Row, newTab: boolean) => void;
  /** further keys of the page, by `event.key` */
  keys?: Record<string, (row: Row, index: number) => void>;
  onToggle?: (row: Row, index: number) => void;
  onToggleAll?: () => void;
  scrollTo: (index: number) => void;
};

const isOwnControl = (event: KeyboardEvent) =>
  event.target !== event.currentTarget &&
  (event.target as HTMLElement).closest('a,button,input,select,textarea') !==
    null;

/** Which row has the keyboard, and what its keys do. */
export function useGridKeyboard<Row>(options: GridKeyboardOptions<Row>) {
  const { rows, total, page, onOpen, keys, onToggle, onToggleAll, scrollTo } =
    options;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, total - 1));

  const go = (index: number) => {
    setActive(index);
    scrollTo(index);
  };

  const act = (event: KeyboardEvent): boolean => {
    const row = rows[active];
    if ((event.ctrlKey || event.metaKey) && event.key === 'a' && onToggleAll) {
      onToggleAll();
      return true;
    }
    if (row === undefined) {
      return false;
    }
    if (event.key === 'Enter' && onOpen) {
      onOpen(row, event.ctrlKey || event.metaKey);
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    if ((event.key === ' ' || event.key === 'x') && onToggle) {
      onToggle(row, active);
      return true;
    }
    keys?.[event.key]?.(row, active);
    return Boolean(keys?.[event.key]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOwnControl(event)) {
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move = plain ? moveOf(event.key) : undefined;
    if (move && total > 0) {
      const next = rowAfter(move, { from: active, total, page });
      if (
        event.shiftKey &&
        onToggle &&
        rows[next] !== undefined &&
        next !== active
      ) {
        onToggle(rows[next], next);
      }
      go(next);
      event.preventDefault();
    } else if (act(event)) {
      event.preventDefault();
    }
  };

  return { active, setActive, onKeyDown };
}
