import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Facet, Toggle, optionsOf } from './Facet';
import { FacetMenu } from './FacetMenu';
import { Button } from '../Button';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    [theme.breakpoints.down('xs')]: {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      paddingBottom: 2,
      '& > *': { flex: 'none' },
    },
  },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    alignItems: 'center',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  chip: {
    font: 'inherit',
    fontSize: 13,
    minHeight: 26,
    color: 'inherit',
    background: theme.palette.action.selected,
    border: 0,
    borderRadius: 13,
    padding: '0 10px',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

export type FilterBarProps = {
  facets: Facet[];
  toggles: Toggle[];
  onFacet: (facet: string, value: string) => void;
  onToggle: (toggle: string) => void;
  onClear: () => void;
  /** one toggle is always on, so that says nothing about being filtered */
  quietToggles?: boolean;
  /** the text field, which stands first */
  children: ReactNode;
};

const chipsOf = (facets: Facet[]) =>
  facets.flatMap(facet =>
    optionsOf(facet)
      .filter(option => facet.chosen.includes(option.value))
      .map(option => ({ facet, option })),
  );

/** Everything a list is filtered by, and what of it is set. */
export const FilterBar = (props: FilterBarProps) => {
  const classes = useStyles();
  const chips = chipsOf(props.facets);
  const set = !props.quietToggles && props.toggles.some(toggle => toggle.on);
  const filtered = chips.length > 0 || set;
  return (
    <>
      <div className={classes.bar} role="search" aria-label="Filters">
        {props.children}
        {props.toggles.map(({ id, title, on }) => (
          <Button
            key={id}
            variant={on ? 'contained' : 'outlined'}
            color={on ? 'primary' : 'default'}
            disableElevation
            aria-pressed={on}
            onClick={() => props.onToggle(id)}
          >
            {title}
          </Button>
        ))}
        {props.facets.map(facet => (
          <FacetMenu
            key={facet.id}
            facet={facet}
            onToggle={value => props.onFacet(facet.id, value)}
          />
        ))}
      </div>
      {filtered && (
        <ul className={classes.chips} aria-label="Filters that are set">
          {chips.map(({ facet, option }) => (
            <li key={`${facet.id}:${option.value}`}>
              <button
                type="button"
                className={classes.chip}
                aria-label={`Remove ${facet.title} ${option.label}`}
                onClick={() => props.onFacet(facet.id, option.value)}
              >
                {facet.title}: <strong>{option.label}</strong> ✕
              </button>
            </li>
          ))}
          <li>
            <Button onClick={props.onClear}>Clear all</Button>
          </li>
        </ul>
      )}
    </>
  );
};
