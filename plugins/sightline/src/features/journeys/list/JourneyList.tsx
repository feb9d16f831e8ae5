import { makeStyles } from '@material-ui/core/styles';
import { JourneySummary } from '@sightline/backstage-plugin-sightline-common';
import { KeyboardEvent, RefObject, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { moveOf, rowAfter } from '../../../ui/grid/gridKeys';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { JourneyRow, ROW_HEIGHT } from './JourneyRow';

const PAGE = 8;

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li': { borderBottom: `1px solid ${theme.palette.divider}` },
    '& li:last-child': { borderBottom: 0 },
  },
  link: {
    display: 'block',
    color: 'inherit',
    textDecoration: 'none',
    '&:hover': { background: theme.palette.action.hover },
    // No deeper, or grey words on it could not be read in the dark.
    '&[aria-current=true]': {
      background: theme.palette.action.hover,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 8,
    height: ROW_HEIGHT,
    boxSizing: 'border-box',
    padding: '0 12px',
  },
}));

type JourneyListProps = {
  journeys?: JourneySummary[];
  chosen?: string;
  /** left out where no page shows a journey */
  hrefOf?: (journey: JourneySummary) => string;
  /** the journey that gets the focus when the list comes back */
  focusOn?: string;
  /** places kept while it loads */
  skeletons?: number;
};

/** All journeys as links: a click, a key or a new tab opens one. */
export const JourneyList = (props: JourneyListProps) => {
  const { journeys, chosen, hrefOf, focusOn, skeletons = 12 } = props;
  const classes = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useFocusOn(list, focusOn);

  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const from = links.findIndex(link => link === event.target);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move = plain ? moveOf(event.key) : undefined;
    if (move && from >= 0) {
      event.preventDefault();
      links[rowAfter(move, { from, total: links.length, page: PAGE })].focus();
    }
  };

  if (!journeys) {
    return <Skeletons count={skeletons} />;
  }
  const at = Math.max(
    0,
    journeys.findIndex(({ id }) => id === chosen),
  );
  return (
    // The links have the focus; keys only carry it from one to the next.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className={classes.list} onKeyDown={onKeyDown}>
      {journeys.map((journey, index) => (
        <li key={journey.id}>
          {hrefOf ? (
            <Link
              to={hrefOf(journey)}
              className={classes.link}
              aria-current={journey.id === chosen}
              data-journey={journey.id}
              // Tab visits the list once; arrows, j and k go on from there.
              tabIndex={index === at ? 0 : -1}
            >
              <JourneyRow journey={journey} />
            </Link>
          ) : (
            <JourneyRow journey={journey} />
          )}
        </li>
      ))}
    </ul>
  );
};

/** On a phone the list comes back where it was left. */
function useFocusOn(list: RefObject<HTMLElement>, journey: string | undefined) {
  useEffect(() => {
    const links = list.current?.querySelectorAll<HTMLElement>('a') ?? [];
    [...links].find(link => link.dataset.journey === journey)?.focus();
    // Only when it comes back, not when another journey is chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

const Skeletons = ({ count }: { count: number }) => {
  const classes = useStyles();
  return (
    <ul
      className={classes.list}
      aria-busy="true"
      aria-label="Journeys are loading"
    >
      {Array.from({ length: count }, (_, index) => (
        <li key={index} className={classes.skeleton}>
          <SkeletonBlock width={`${70 - ((index * 17) % 40)}%`} />
          <SkeletonBlock width={`${90 - ((index * 11) % 30)}%`} height={10} />
        </li>
      ))}
    </ul>
  );
};
