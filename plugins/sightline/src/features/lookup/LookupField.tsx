import { makeStyles } from '@material-ui/core/styles';
import { RiSearchLine } from '@remixicon/react';
import { ClipboardEvent, KeyboardEvent, useRef } from 'react';
import { useTyped } from '../../ui/filter/useTyped';
import { useHotkey } from '../../ui/keys/useHotkey';
import { quiet } from '../../ui/state/quiet';
import { tidied } from './engine/lookupQuery';

const useStyles = makeStyles(theme => ({
  frame: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: 760,
    height: 44,
    padding: '0 12px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${quiet(theme)}`,
    borderRadius: 4,
    '&:focus-within': { outline: `2px solid ${theme.palette.primary.main}` },
    '& svg': { flex: 'none', color: quiet(theme) },
  },
  field: {
    flex: 1,
    minWidth: 0,
    height: 40,
    padding: 0,
    // Below 16 px a phone zooms in as soon as the field is touched.
    font: 'inherit',
    fontSize: 16,
    color: 'inherit',
    background: 'none',
    border: 0,
    outline: 0,
    '&::placeholder': { color: quiet(theme), opacity: 1 },
  },
}));

/** Short enough to feel like none. */
const PAUSE = 80;

type LookupFieldProps = {
  value: string;
  onChange: (q: string) => void;
  /** it is what was meant: pasted, confirmed or left standing */
  onSettled: () => void;
  /** arrows go through the matches without leaving the field */
  onStep: (step: 1 | -1) => void;
};

/** What was just pasted, between what stands before it and after it. */
const withPasted = (event: ClipboardEvent<HTMLInputElement>): string => {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const pasted = event.clipboardData.getData('text');
  const before = value.slice(0, selectionStart ?? value.length);
  const after = value.slice(selectionEnd ?? value.length);
  return tidied(`${before}${pasted}${after}`);
};

/** Anything may be pasted here. */
export const LookupField = (props: LookupFieldProps) => {
  const classes = useStyles();
  const { value, onChange, onSettled, onStep } = props;
  const input = useRef<HTMLInputElement>(null);
  const typed = useTyped({
    ...{ value, pause: PAUSE },
    onChange: text => onChange(tidied(text)),
  });
  useHotkey('/', () => input.current?.select());

  const onKeyDown = (event: KeyboardEvent) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (step) {
      event.preventDefault();
      onStep(step);
    } else if (event.key === 'Enter') {
      typed.sayNow();
      onSettled();
    } else if (event.key === 'Escape') {
      typed.clear();
    }
  };
  return (
    <div className={classes.frame}>
      <RiSearchLine size={18} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={classes.field}
        aria-label="Look up anything"
        placeholder="Paste anything: a name, a host, a pod, an alert…"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // The page is for nothing else.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!value}
        value={typed.text}
        onChange={event => typed.type(event.target.value)}
        onPaste={event => {
          event.preventDefault();
          typed.put(withPasted(event));
          onSettled();
        }}
        onBlur={() => {
          typed.leave();
          onSettled();
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};
