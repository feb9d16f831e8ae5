import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName));

/** Calls back when a key is pressed anywhere on the page, but not while somebody types. */
export function useHotkey(key: string, onPress: () => void) {
  const latest = useRef(onPress);
  latest.current = onPress;

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (
        event.key === key &&
        plain &&
        !isTyping(event.target) &&
        !event.defaultPrevented
      ) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key]);
}
