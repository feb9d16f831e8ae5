import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { useEffect, useRef, useState } from 'react';

type TypedOptions = {
  value: string;
  onChange: (text: string) => void;
  /** how long a pause ends a word */
  pause?: Millis;
};

/**
 * What is typed belongs to the field alone; the page hears of it after a pause.
 * A value from outside (Back, "clear all") is taken over, but never an echo of
 * what this field said itself: that may come late, even after a younger one,
 * and would take keys back. Leaving the field ends the conversation.
 */
export function useTyped({ value, onChange, pause = 200 }: TypedOptions) {
  const [text, setText] = useState(value);
  const said = useRef(new Set<string>());
  const last = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(onChange);
  latest.current = onChange;

  useEffect(() => {
    if (said.current.has(value)) {
      return;
    }
    clearTimeout(timer.current);
    last.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = (next: string) => {
    clearTimeout(timer.current);
    if (last.current !== next) {
      said.current.add(next);
      last.current = next;
      latest.current(next);
    }
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => say(next), pause);
  };
  /** said at once, as what is pasted is whole */
  const put = (next: string) => {
    setText(next);
    say(next);
  };
  const clear = () => put('');
  const leave = () => {
    say(text);
    said.current.clear();
  };
  return { text, type, put, clear, leave, sayNow: () => say(text) };
}
