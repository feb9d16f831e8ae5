import { Suspense, lazy, useEffect, useState } from 'react';

const LookupDialog = lazy(() =>
  import('./LookupDialog').then(m => ({ default: m.LookupDialog })),
);

const isLookupKey = (event: KeyboardEvent): boolean =>
  event.key.toLocaleLowerCase() === 'k' &&
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  !event.defaultPrevented;

/** Ctrl K or ⌘ K, wherever in the portal; until it is pressed this costs nothing. */
export const LookupKey = () => {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isLookupKey(event)) {
        event.preventDefault();
        setOpen(was => !was);
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return isOpen ? (
    <Suspense fallback={null}>
      <LookupDialog onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
};
