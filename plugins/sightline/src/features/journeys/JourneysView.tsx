import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { useRoom } from '../../ui/grid/useRoom';
import { ChosenJourney } from './journey/ChosenJourney';
import { JourneyFilters } from './JourneyFilters';
import { HeadSkeleton } from './journey/JourneySkeleton';
import { InsteadOfList, isBare } from './InsteadOfList';
import { ListPane } from './list/ListPane';
import { Journeys } from './useJourneys';
import { linkTo } from './viewpoint';

/** px below which list and journey no longer stand side by side */
const SIDE_BY_SIDE = 1_000;

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    padding: theme.spacing(1, 3, 2),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.5, 1.5, 1.5) },
  },
  panes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(340px, 26%) minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'stretch',
  },
  pane: { overflow: 'auto', minHeight: 0, overscrollBehavior: 'contain' },
  list: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 14,
  },
  back: {
    display: 'inline-block',
    padding: '6px 0',
    color: 'inherit',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** The picture of the journeys: list and journey side by side, or one after the other. */
export const JourneysView = (props: Journeys) => {
  const { view, list, journeys, onDefault } = props;
  const classes = useStyles();
  const page = useRef<HTMLDivElement>(null);
  const panes = useRef<HTMLDivElement>(null);
  const wide = useRoom(page).width >= SIDE_BY_SIDE;
  const { height } = useRoom(panes);
  const left = useLast(view.journey);

  const first = list.state === 'ok' ? journeys?.[0]?.id : undefined;
  useEffect(() => {
    if (wide && !view.journey && first) {
      onDefault(first);
    }
  }, [wide, view.journey, first, onDefault]);

  const one = view.journey !== undefined;
  const listed = wide || !one;
  return (
    <div className={classes.page} ref={page}>
      <JourneyFilters {...props} listed={listed} />
      {!wide && one && (
        <Link className={classes.back} to={linkTo(view, undefined)}>
          ‹ All journeys
        </Link>
      )}
      {!one && <InsteadOfList {...props} />}
      {(one || !isBare(props)) && (
        <div
          ref={panes}
          className={wide ? classes.panes : undefined}
          style={wide ? { height } : undefined}
        >
          {listed && (
            <nav
              aria-label="Journeys"
              className={`${classes.list} ${wide ? classes.pane : ''}`}
            >
              <ListPane {...props} focusOn={wide ? undefined : left} />
            </nav>
          )}
          {(wide || one) && (
            <div className={wide ? classes.pane : undefined}>
              {view.journey ? (
                // A key of its own, so that no other journey stands in for it.
                <ChosenJourney
                  key={view.journey}
                  {...props}
                  id={view.journey}
                  takeFocus={!wide}
                />
              ) : (
                <HeadSkeleton />
              )}
            </div>
          )}
        </div>
      )}
    </div>
  );
};

/** The journey that was shown before, once none is. */
function useLast(journey: string | undefined): string | undefined {
  const last = useRef<string>();
  useEffect(() => {
    last.current = journey ?? last.current;
  }, [journey]);
  return last.current;
}
