import { KeyboardEvent, useEffect, useState } from 'react';
import { lookupRouteRef } from '../../../routes';
import { useEntityHref } from '../../../ui/EntityLink';
import { useTyped } from '../../../ui/filter/useTyped';
import { useKnownRoute } from '../../../ui/useKnownRoute';
import { useOpenPath } from '../../../ui/useOpenPath';
import { formatLookupQuery, tidied } from '../engine/lookupQuery';
import { useRecent } from '../memory/useMemory';
import { useLookup } from '../useLookup';
import { Choice, choicesOf } from './choicesOf';

const PAUSE = 80;

/** Where a choice leads: to the Lookup page, unless the portal has left it out. */
function useHrefOf() {
  const page = useKnownRoute(lookupRouteRef)?.();
  const entity = useEntityHref();
  return (choice: Choice, q: string): string | undefined => {
    if (choice.opens === 'entity') return entity(choice.ref);
    if (choice.opens === 'search') {
      return page && `${page}?${formatLookupQuery({ q: choice.q })}`;
    }
    const { service } = choice;
    return page
      ? `${page}?${formatLookupQuery({ q, service })}`
      : entity(service);
  };
}

export type DialogProps = ReturnType<typeof useDialog>;

/** All that the dialog shows and does. */
export function useDialog(onClose: () => void) {
  const [q, setQ] = useState('');
  const typed = useTyped({
    ...{ value: q, pause: PAUSE },
    onChange: text => setQ(tidied(text)),
  });
  const asked = useLookup(q);
  const { recent, visited } = useRecent();
  const open = useOpenPath();
  const hrefOf = useHrefOf();
  const isTyped = tidied(typed.text) !== '';
  const choices = choicesOf(asked.value, recent, isTyped);
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [q]);
  const active = choices.at(Math.min(at, choices.length - 1));

  const choose = (choice: Choice, newTab: boolean) => {
    const href = hrefOf(choice, q);
    if (!href) return;
    if (choice.opens === 'match') visited({ q, name: choice.label });
    open(href, newTab);
    onClose();
  };
  // What stands there may still be the answer to fewer letters.
  const isAnswered = asked.state === 'ok' && tidied(typed.text) === q;
  const confirm = (newTab: boolean) => {
    const text = tidied(typed.text);
    if (isTyped && !isAnswered) {
      choose(
        { id: '', label: text, note: '', opens: 'search', q: text },
        newTab,
      );
    } else if (active) {
      choose(active, newTab);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length > 0) {
      event.preventDefault();
      setAt(was => (was + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      confirm(event.ctrlKey || event.metaKey);
    }
  };
  return { typed, q, asked, isTyped, choices, active, choose, onKeyDown };
}
