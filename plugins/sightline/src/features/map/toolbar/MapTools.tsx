import { makeStyles } from '@material-ui/core/styles';
import { MapGrouping } from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { CallMapPage } from '../useCallMap';
import { Direction } from '../mapQuery';
import { Choice } from '../../../ui/Choice';
import { PartySearch } from './PartySearch';
import { TimeChoices } from './TimeChoices';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  // On a phone one line to be pushed along, or there is no room for the map.
  choices: {
    display: 'contents',
    [theme.breakpoints.down('xs')]: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      overflowX: 'auto',
      margin: -3,
      padding: 3,
      '& > *': { flex: 'none' },
    },
  },
}));

const groupings: readonly [MapGrouping, string][] = [
  ['system', 'grouped by system'],
  ['owner', 'grouped by owner'],
  ['none', 'not grouped'],
];

const hops: readonly [string, string][] = [
  ['1', '1 hop'],
  ['2', '2 hops'],
  ['3', '3 hops'],
];

const ways: readonly [Direction, string][] = [
  ['both', 'callers and called'],
  ['callers', 'callers only'],
  ['callees', 'called only'],
];

/** What the map shows: everything here is in the URL too. */
export const MapTools = (page: CallMapPage) => {
  const classes = useStyles();
  const { query, onChange, answer } = page;
  return (
    <div className={classes.bar} role="search" aria-label="What the map shows">
      <PartySearch map={answer.value?.map} onFind={page.onFind} />
      <div className={classes.choices}>
        {query.focus ? (
          <>
            <Choice
              label="Hops from the focus"
              value={String(query.hops)}
              options={hops}
              onChange={chosen => onChange({ hops: Number(chosen) })}
            />
            <Choice
              label="Which way from the focus"
              value={query.direction}
              options={ways}
              onChange={direction => onChange({ direction })}
            />
            <Button
              variant="outlined"
              onClick={() => onChange({ focus: undefined })}
            >
              Whole map
            </Button>
          </>
        ) : (
          <Choice
            label="Group by"
            value={query.groupBy}
            options={groupings}
            onChange={groupBy =>
              onChange({
                groupBy,
                open: [],
                chosen: undefined,
                show: undefined,
              })
            }
          />
        )}
        <TimeChoices
          query={query}
          environments={answer.value?.map.environments ?? []}
          onChange={onChange}
        />
      </div>
    </div>
  );
};
