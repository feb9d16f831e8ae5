import { makeStyles } from '@material-ui/core/styles';
import {
  Instant,
  OnCallGap,
  OnCallNow,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { count, duration, plural } from '../../ui/figures';
import { quiet } from '../../ui/state/quiet';
import { StateBadge } from '../../ui/state/StateBadge';
import { useStateColours } from '../../ui/state/useStateColours';
import { moment } from '../../ui/time/words';

const DAY = 86_400_000;

const useStyles = makeStyles(theme => ({
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    margin: theme.spacing(1, 0, 0.5),
    fontSize: 13,
    fontWeight: 600,
    lineHeight: '22px',
  },
  quiet: { color: quiet(theme), fontSize: 13, fontWeight: 400 },
  strip: {
    display: 'block',
    width: '100%',
    height: 18,
    borderRadius: 3,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
  },
  days: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: '1fr',
    marginTop: 2,
    color: quiet(theme),
    fontSize: 12,
    fontVariantNumeric: 'tabular-nums',
    '& > span': { overflow: 'hidden', whiteSpace: 'nowrap' },
  },
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 13 },
}));

type Stretch = { from: Instant; to: Instant };

/** From now until as far as is known; gaps that go further are cut. */
const rangeOf = ({ at, gapsUntil }: OnCallNow): Stretch => ({
  from: toInstant(at) ?? 0,
  to: toInstant(gapsUntil) ?? 0,
});

const within = (gap: OnCallGap, { from, to }: Stretch): Stretch => ({
  from: Math.max(from, toInstant(gap.from ?? '') ?? from),
  to: Math.min(to, toInstant(gap.until ?? '') ?? to),
});

const lengthOf = ({ from, to }: Stretch) => Math.max(0, to - from);

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'narrow' });

/** More of them are in the drawing, and in the count. */
const TOLD = 2;

/** The coming days, with the times at which nobody is on call. */
export const GapStrip = ({ now }: { now: OnCallNow }) => {
  const classes = useStyles();
  const range = rangeOf(now);
  const whole = lengthOf(range);
  const { gaps, gapsLeftOut = 0 } = now;
  if (whole <= 0) return null;
  const days = Math.max(1, Math.round(whole / DAY));
  const stretches = gaps.map(gap => within(gap, range));
  const open = stretches.reduce((sum, one) => sum + lengthOf(one), 0);
  const all = gaps.length + gapsLeftOut;
  return (
    <section aria-label={`The coming ${plural(days, 'day')}`}>
      <h3 className={classes.title}>
        The coming {plural(days, 'day')}
        {all > 0 ? (
          <>
            <StateBadge kind="warn" word={plural(all, 'gap')} />
            <span className={classes.quiet}>
              {gapsLeftOut > 0 ? 'more than ' : ''}
              {duration(open)} in all
            </span>
          </>
        ) : (
          <StateBadge kind="ok" word="no gap" />
        )}
      </h3>
      <Drawing range={range} stretches={stretches} />
      <div className={classes.days} aria-hidden="true">
        {Array.from({ length: days }, (_, day) => (
          <span key={day}>{weekday.format(range.from + day * DAY)}</span>
        ))}
      </div>
      {gaps.length > 0 && (
        <ul className={classes.list} aria-label="Gaps">
          {gaps.slice(0, TOLD).map(gap => (
            <li key={`${gap.from} ${gap.words}`}>{gap.words}</li>
          ))}
          {all > TOLD && (
            <li className={classes.quiet}>and {count(all - TOLD)} more</li>
          )}
        </ul>
      )}
    </section>
  );
};

type DrawingProps = { range: Stretch; stretches: readonly Stretch[] };

/** Gaps are filled; what is covered is the ground. The list below says the same in words. */
const Drawing = ({ range, stretches }: DrawingProps) => {
  const classes = useStyles();
  const { bad } = useStateColours();
  const whole = lengthOf(range);
  const at = (moment_: Instant) => ((moment_ - range.from) / whole) * 1_000;
  return (
    <svg
      className={classes.strip}
      viewBox="0 0 1000 18"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {stretches.map(({ from, to }) => (
        <rect
          key={from}
          x={at(from)}
          y={0}
          width={Math.max(2, at(to) - at(from))}
          height={18}
          fill={bad}
        >
          <title>{`Nobody: ${moment(from)} – ${moment(to)}`}</title>
        </rect>
      ))}
    </svg>
  );
};
