import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, useId, useState } from 'react';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'inline-block',
    [theme.breakpoints.down('xs')]: { flex: '1 1 130px', minWidth: 0 },
  },
  field: {
    font: 'inherit',
    fontSize: 14,
    width: '100%',
    height: 32,
    boxSizing: 'border-box',
    padding: '0 10px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${quiet(theme)}`,
    borderRadius: 4,
    '&::placeholder': { color: quiet(theme), opacity: 1 },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  list: {
    position: 'absolute',
    zIndex: 5,
    top: 36,
    left: 0,
    minWidth: '100%',
    width: 'max-content',
    maxWidth: 'min(360px, calc(100vw - 32px))',
    maxHeight: 280,
    overflowY: 'auto',
    margin: 0,
    padding: '4px 0',
    boxSizing: 'border-box',
    listStyle: 'none',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    boxShadow: theme.shadows[4],
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: 16,
    minHeight: 32,
    padding: '0 10px',
    fontSize: 14,
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-selected=true]': { background: theme.palette.action.selected },
  },
  value: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: {
    marginLeft: 'auto',
    fontSize: 12,
    color: quiet(theme),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
}));

/** Something that may be meant; `note` tells it from others like it. */
export type Suggestion = { value: string; note?: string; id?: string };

type SuggestFieldProps<S extends Suggestion> = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onPick: (suggestion: S) => void;
  suggestions: S[];
  placeholder?: string;
  width?: number;
  /** told when somebody begins and ends to look for something */
  onLooking?: (isLooking: boolean) => void;
};

/** While a suggestion stands in the field, others may still be meant. */
const fitting = <S extends Suggestion>(all: S[], value: string): S[] => {
  const words = value.trim().toLocaleLowerCase();
  return all.some(one => one.value === value)
    ? all
    : all.filter(one =>
        `${one.value} ${one.note ?? ''}`.toLocaleLowerCase().includes(words),
      );
};

/** Anything may be typed; what is known is suggested: arrows to move, Enter to take. */
export function SuggestField<S extends Suggestion>(
  props: SuggestFieldProps<S>,
) {
  const { label, value, onChange, onPick, onLooking } = props;
  const classes = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? fitting(props.suggestions, value) : [];

  const look = (isLooking: boolean) => {
    setOpen(isLooking);
    setActive(-1);
    onLooking?.(isLooking);
  };
  const pick = (one: S) => {
    onPick(one);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!isOpen) look(true);
      else setActive(was => next(was, step, shown.length));
    } else if (event.key === 'Enter' && shown[active]) {
      event.preventDefault();
      pick(shown[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className={classes.root} style={{ width: props.width }}>
      <input
        className={classes.field}
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={event => {
          onChange(event.target.value);
          look(true);
        }}
        onFocus={() => look(true)}
        onClick={() => isOpen || look(true)}
        onBlur={() => look(false)}
        onKeyDown={onKeyDown}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={`${label}, suggestions`}
        className={classes.list}
        hidden={shown.length === 0}
      >
        {shown.map((one, at) => (
          // The keyboard is the field's: it points here and takes.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={one.id ?? one.value}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={classes.option}
            // Before the field loses the focus and the list goes away.
            onMouseDown={event => event.preventDefault()}
            onClick={() => pick(one)}
          >
            <span className={classes.value}>{one.value}</span>
            {one.note && <span className={classes.note}>{one.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Round and round; before the first comes the last. */
const next = (at: number, step: number, total: number): number => {
  if (total === 0) return -1;
  return at === -1 && step === -1 ? total - 1 : (at + step + total) % total;
};
