import { makeStyles, Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { count, plural } from '../../ui/figures';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { quiet } from '../../ui/state/quiet';
import { LookupField } from './LookupField';
import { LookupNotes } from './LookupNotes';
import { LookupStart } from './LookupStart';
import { MatchList } from './MatchList';
import { PartyList } from './PartyList';
import { OpenedMatch } from './opened/OpenedMatch';
import type { LookupPageProps } from './useLookupPage';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    padding: theme.spacing(1.5, 3, 3),
    [theme.breakpoints.down('xs')]: {
      gap: theme.spacing(0.75),
      padding: theme.spacing(0.75, 1.5, 2),
    },
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    alignItems: 'start',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(240px, 340px) minmax(0, 860px)',
    },
  },
  said: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1),
    margin: 0,
    minHeight: 24,
    color: quiet(theme),
    fontSize: 13,
    overflowWrap: 'anywhere',
  },
}));

/** The picture of the Lookup: the field, what may be meant, and the one that is open. */
export const LookupView = (props: LookupPageProps) => {
  const classes = useStyles();
  const { q, asked, recent, hrefOfSearch } = props;
  const { problem, retry } = asked;
  return (
    <div className={classes.page}>
      <LookupField
        value={q}
        onChange={props.onSearch}
        onSettled={props.onSettled}
        onStep={props.onStep}
      />
      {!q && (
        <LookupStart
          recent={recent}
          hrefOf={hrefOfSearch}
          onForget={props.onForget}
        />
      )}
      {q && asked.state === 'failed' && problem && (
        <ProblemPanel problem={problem} what={`“${q}”`} onRetry={retry} />
      )}
      {q && <LookupNotes asked={asked} />}
      {q && isWaiting(asked) && <Loading />}
      {q && asked.value && !isWaiting(asked) && <Found {...props} />}
    </div>
  );
};

/** That nothing was found for other words says nothing of these. */
const isWaiting = ({ state, value, problem }: LookupPageProps['asked']) =>
  state === 'loading' ||
  (state === 'stale' &&
    !problem &&
    value?.matches.length === 0 &&
    value.parties.length === 0);

const useIsNarrow = () =>
  useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'), { noSsr: true });

const Found = (props: LookupPageProps) => {
  const classes = useStyles();
  const { q, asked, opened, hrefOf } = props;
  const { matches = [], parties = [], leftOut = 0, read } = asked.value ?? {};
  const isNarrow = useIsNarrow();
  const [others, showOthers] = useState(false);
  if (matches.length === 0 && parties.length === 0) {
    return <Nothing q={q} read={read} />;
  }
  const isFolded = isNarrow && !others && opened !== undefined;
  const said = [
    plural(matches.length + leftOut, 'match', 'matches'),
    ...(read ? [read] : []),
  ].join(' · ');
  const list = (
    <div>
      <MatchList matches={matches} open={opened?.service} hrefOf={hrefOf} />
      {leftOut > 0 && (
        <p className={classes.said}>
          and {count(leftOut)} more: say more of it
        </p>
      )}
      <PartyList parties={parties} />
    </div>
  );
  return (
    <>
      <p className={classes.said} role="status">
        <span>{said}</span>
        {isNarrow && matches.length + parties.length > 1 && opened && (
          <Button
            aria-expanded={!isFolded}
            onClick={() => showOthers(!others)}
            style={{ minHeight: 24, padding: '0 4px' }}
          >
            {isFolded ? 'Not this one?' : 'Hide the others'}
          </Button>
        )}
      </p>
      <div className={classes.body}>
        {!isFolded && list}
        {opened && <OpenedMatch key={opened.service} match={opened} />}
      </div>
    </>
  );
};

const Nothing = ({ q, read }: { q: string; read?: string }) => (
  <EmptyPanel title={`Nothing is known as “${q}”`}>
    {read && `It was read as ${read}. `}
    Try a shorter part of it, or another thing you have: a host, a pod, a trace.
    Names that sources have seen and nobody could match are on the Sources page.
  </EmptyPanel>
);

/** As high as an answer, so that nothing jumps. */
const Loading = () => {
  const classes = useStyles();
  return (
    <div
      className={classes.body}
      role="status"
      aria-busy="true"
      aria-label="Looking it up"
    >
      {[60, 80].map(width => (
        <div key={width} style={{ height: 240, paddingTop: 10 }}>
          <SkeletonBlock width={`${width}%`} height={16} />
        </div>
      ))}
    </div>
  );
};
