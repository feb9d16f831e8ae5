import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { count } from '../figures';
import { SkeletonBlock } from '../panels/SkeletonBlock';
import { Facet, FacetOption, optionsOf } from './Facet';
import { quiet } from '../state/quiet';

const useStyles = makeStyles(theme => ({
  search: {
    width: '100%',
    boxSizing: 'border-box',
    padding: theme.spacing(1, 1.5),
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 0,
    borderBottom: `1px solid ${theme.palette.divider}`,
    outlineOffset: -2,
  },
  list: {
    margin: 0,
    padding: theme.spacing(0.5, 0),
    width: 300,
    maxWidth: '80vw',
    maxHeight: 320,
    overflowY: 'auto',
    listStyle: 'none',
    fontSize: 14,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 30,
    padding: '0 12px',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { background: theme.palette.action.hover },
    '&[data-active=true]': {
      background: theme.palette.action.selected,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
  },
  tick: { width: 14, flex: 'none' },
  label: {
    flex: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  count: { color: quiet(theme), fontSize: 12 },
  hint: {
    padding: theme.spacing(1, 1.5),
    fontSize: 12,
    color: quiet(theme),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

const matching = (options: FacetOption[], words: string) => {
  const wanted = words.trim().toLocaleLowerCase();
  return options.filter(({ label }) =>
    label.toLocaleLowerCase().includes(wanted),
  );
};

type FacetListProps = {
  facet: Facet;
  onToggle: (value: string) => void;
  /** hears what is typed, where the options come from a search */
  onWords?: (words: string) => void;
};

/** A list to choose several from: type to narrow it, arrows to move, Enter to choose. */
export const FacetList = ({ facet, onToggle, onWords }: FacetListProps) => {
  const classes = useStyles();
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const options = matching(optionsOf(facet), words);
  const active = Math.min(at, options.length - 1);

  useEffect(() => {
    list.current
      ?.querySelector('[data-active=true]')
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: options.length - 1,
    };
    if (Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(options.length - 1, moves[event.key])));
    } else if (event.key === 'Enter' && options[active]) {
      event.preventDefault();
      onToggle(options[active].value);
    }
  };

  return (
    <div>
      <input
        className={classes.search}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={`Find in ${facet.title}`}
        placeholder={`Find in ${facet.title.toLocaleLowerCase()}`}
        // The reader opened this to choose from it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={words}
        onChange={event => {
          setWords(event.target.value);
          onWords?.(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={facet.title}
        aria-multiselectable="true"
        aria-busy={facet.options === undefined || undefined}
        className={classes.list}
      >
        {options.map((option, index) => (
          // The keyboard works in the field above, which points here.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={facet.chosen.includes(option.value)}
            data-active={index === active}
            className={classes.option}
            onClick={() => onToggle(option.value)}
          >
            <span className={classes.tick} aria-hidden="true">
              {facet.chosen.includes(option.value) ? '✓' : ''}
            </span>
            <span className={classes.label} title={option.label}>
              {option.label}
            </span>
            {option.count !== undefined && (
              <span className={classes.count}>{count(option.count)}</span>
            )}
          </li>
        ))}
        {facet.options === undefined &&
          [70, 55, 80].map(width => (
            <li key={width} role="presentation" className={classes.option}>
              <SkeletonBlock width={`${width}%`} />
            </li>
          ))}
      </ul>
      {facet.options !== undefined && options.length === 0 && (
        <div className={classes.hint}>Nothing fits.</div>
      )}
      {facet.hint && <div className={classes.hint}>{facet.hint}</div>}
    </div>
  );
};
