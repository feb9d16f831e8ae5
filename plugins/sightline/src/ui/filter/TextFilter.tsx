import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { KeyboardEvent, RefObject, useEffect, useRef, useState } from 'react';

type TextFilterProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  inputRef?: RefObject<HTMLInputElement>;
  /** how long a pause ends a word */
  pause?: Millis;
  onLeave?: () => void;
};

/**
 * What is typed belongs to the field alone; the page hears of it after a pause.
 * A value from outside (Back, "clear all") is taken over, but never an echo of
 * what this field said itself: that may come late, even after a younger one,
 * and would take keys back. Leaving the field ends the conversation.
 */
function useTyped({ value, onChange, pause = 200 }: TextFilterProps) {
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
  const clear = () => {
    setText('');
    say('');
  };
  const leave = () => {
    say(text);
    said.current.clear();
  };
  return { text, type, clear, leave, sayNow: () => say(text) };
}

/** A field to filter by words that never loses a key, however slow the answers are. */
export const TextFilter = (props: TextFilterProps) => {
  const { text, type, sayNow, clear, leave } = useTyped(props);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      sayNow();
      props.onLeave?.();
    } else if (event.key === 'Escape') {
      clear();
      props.onLeave?.();
    }
  };

  return (
    <TextField
      type="search"
      size="small"
      variant="outlined"
      value={text}
      inputRef={props.inputRef}
      onChange={event => type(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={leave}
      placeholder={props.label}
      inputProps={{
        'aria-label': props.label,
        spellCheck: false,
        autoComplete: 'off',
        style: { padding: '7px 10px', width: 190, height: 18 },
      }}
      InputProps={{
        endAdornment: (
          <InputAdornment position="end">
            <kbd aria-hidden="true">/</kbd>
          </InputAdornment>
        ),
      }}
    />
  );
};
