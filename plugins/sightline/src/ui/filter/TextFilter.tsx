import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { KeyboardEvent, RefObject } from 'react';
import { useTyped } from './useTyped';

type TextFilterProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  inputRef?: RefObject<HTMLInputElement>;
  /** how long a pause ends a word */
  pause?: Millis;
  onLeave?: () => void;
};

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
