import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { KeyboardEvent, useId, useRef, useState } from 'react';
import { ServicesPage, sightlineApiRef, useAsk } from '../../../api';
import { useHotkey } from '../../../ui/keys/useHotkey';
import { quiet } from '../../../ui/state/quiet';
import { KindGlyph } from '../graph/KindGlyph';
import { Found, findParties } from './findParties';

const useStyles = makeStyles(theme => ({
  search: {
    position: 'relative',
    [theme.breakpoints.down('xs')]: { width: '100%' },
  },
  field: {
    font: 'inherit',
    fontSize: 14,
    width: 220,
    [theme.breakpoints.down('xs')]: { width: '100%' },
    height: 32,
    boxSizing: 'border-box',
    padding: '0 10px',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    '&::placeholder': { color: quiet(theme), opacity: 1 },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  list: {
    position: 'absolute',
    zIndex: 5,
    top: 36,
    left: 0,
    width: 320,
    maxWidth: 'calc(100vw - 24px)',
    margin: 0,
    padding: '4px 0',
    listStyle: 'none',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    boxShadow: theme.shadows[4],
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 32,
    padding: '0 10px',
    fontSize: 14,
    cursor: 'pointer',
    '&[aria-selected=true]': { background: theme.palette.action.selected },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: { marginLeft: 'auto', fontSize: 12, color: quiet(theme), flex: 'none' },
}));

/** Services of the fleet that fit; asked only while somebody looks for one. */
function useFleet(words: string) {
  const api = useApi(sightlineApiRef);
  const q = words.trim();
  const { value } = useAsk<ServicesPage | undefined>(
    `map search ${q}`,
    async ({ signal }) =>
      q ? api.getServices({ q, limit: 8 }, { signal }) : undefined,
  );
  return value?.items ?? [];
}

type PartySearchProps = {
  map?: Pick<CallMap, 'nodes' | 'groups'>;
  onFind: (found: Found) => void;
};

const nothing = { nodes: [], groups: [] };

/** Goes to a service, a store or a group by its name. */
export const PartySearch = ({ map = nothing, onFind }: PartySearchProps) => {
  const classes = useStyles();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const fleet = useFleet(words);
  const found = words.trim() ? findParties(words, map, fleet) : [];
  useHotkey('/', () => field.current?.focus());

  const close = () => {
    setWords('');
    setActive(0);
  };
  const choose = (one?: Found) => {
    if (one) {
      close();
      field.current?.blur();
      onFind(one);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setActive(was => (was + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      choose(found[active]);
    } else if (event.key === 'Escape') {
      close();
      field.current?.blur();
    }
  };
  return (
    <div className={classes.search}>
      <input
        ref={field}
        className={classes.field}
        type="search"
        role="combobox"
        aria-label="Find on the map"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
        placeholder="Find a service, store …  /"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={event => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className={classes.list}
        hidden={found.length === 0}
      >
        {found.map((one, at) => (
          // The keyboard is the field's: it points here and chooses.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={one.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={classes.option}
            // Before the field loses the focus and the list goes away.
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(one)}
          >
            <svg
              width="16"
              height="16"
              aria-hidden="true"
              style={{ flex: 'none' }}
            >
              <KindGlyph kind={one.kind} />
            </svg>
            <span className={classes.name}>{one.name}</span>
            <span className={classes.note}>{one.note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
