import { Alias } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';

/** Which of the loaded names are selected. */
export function useSelection(rows: Alias[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggled = (was: ReadonlySet<string>, id: string) => {
    const next = new Set(was);
    if (!next.delete(id)) {
      next.add(id);
    }
    return next;
  };
  const selected = rows.filter(({ id }) => ids.has(id));
  const all = rows.length > 0 && selected.length === rows.length;
  return {
    selected,
    all,
    isSelected: ({ id }: Alias) => ids.has(id),
    onToggle: ({ id }: Alias) => setIds(was => toggled(was, id)),
    onToggleAll: () =>
      setIds(all ? new Set() : new Set(rows.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
