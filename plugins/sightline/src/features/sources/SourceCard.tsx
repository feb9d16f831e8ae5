import { makeStyles } from '@material-ui/core/styles';
import { SourceStatus } from '@sightline/backstage-plugin-sightline-common';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router-dom';
import { StateBadge } from '../../ui/state/StateBadge';
import { RunStrip } from './RunStrip';
import { SourceFigures } from './SourceFigures';
import { faultWords, rhythmOf, sourceStateShown } from './sourceWords';
import { Refreshing } from './useRefreshing';
import { quiet } from '../../ui/state/quiet';
import { Button } from '../../ui/Button';

/** Said once above all cards: why none of them can be asked now. */
export const MAY_NOT_ID = 'sightline-may-not-refresh';

const useStyles = makeStyles(theme => ({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    minWidth: 0,
    '&:focus': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    flexWrap: 'wrap',
  },
  title: {
    margin: 0,
    fontSize: 16,
    fontWeight: 600,
    '& a': { color: theme.palette.text.primary, textDecoration: 'none' },
    '& a:hover, & a:focus-visible': { textDecoration: 'underline' },
  },
  aside: { color: quiet(theme), fontSize: 13 },
  refresh: { marginLeft: 'auto' },
  words: { margin: 0, minHeight: 20 },
  fault: { margin: 0, overflowWrap: 'anywhere' },
}));

type SourceCardProps = {
  source: SourceStatus;
  /** the link that led here names this source */
  pointedAt: boolean;
  href: string;
  refreshing: Refreshing;
};

/** One source: how it is, in words first and figures second. */
export const SourceCard = ({
  source,
  pointedAt,
  href,
  refreshing,
}: SourceCardProps) => {
  const classes = useStyles();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  const { busy, words } = refreshing.of(source.id);
  const off =
    source.state === 'disabled'
      ? 'It is switched off in app-config.'
      : undefined;
  const reason = off ?? refreshing.forbidden;

  useEffect(() => {
    if (pointedAt) {
      card.current?.scrollIntoView?.({ block: 'center' });
      card.current?.focus({ preventScroll: true });
    }
  }, [pointedAt]);

  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={title}
      className={classes.card}
    >
      <div className={classes.head}>
        <h3 id={title} className={classes.title}>
          <Link to={href}>{source.title}</Link>
        </h3>
        <StateBadge {...sourceStateShown[source.state]} />
        <span className={classes.aside}>{rhythmOf(source)}</span>
        {source.kind === 'pull' && (
          <span className={classes.refresh} title={reason}>
            <Button
              variant="outlined"
              disabled={busy || reason !== undefined}
              aria-label={`${busy ? 'Asking…' : 'Refresh now'}: ${
                source.title
              }`}
              aria-describedby={refreshing.forbidden ? MAY_NOT_ID : undefined}
              onClick={() => refreshing.onRefresh(source.id)}
            >
              {busy ? 'Asking…' : 'Refresh now'}
            </Button>
          </span>
        )}
      </div>
      <p className={classes.words}>
        {source.words}{' '}
        <span role="status" className={classes.aside}>
          {words}
        </span>
      </p>
      {source.fault && (
        <p className={classes.fault}>
          <strong>{faultWords[source.fault.kind]}.</strong> {source.fault.words}
        </p>
      )}
      <SourceFigures source={source} />
      <RunStrip kind={source.kind} runs={source.recentRuns} />
    </article>
  );
};
