import { makeStyles } from '@material-ui/core/styles';
import {
  Evidence,
  Journey,
  JourneySummary,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode, RefObject } from 'react';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { count, duration } from '../../../ui/figures';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { quiet } from '../../../ui/state/quiet';
import { TierBadge } from '../../../ui/TierBadge';
import { Age } from '../../../ui/time/Age';
import { ErrorShare } from '../../../ui/ErrorShare';
import { CallRate } from '../../../ui/CallRate';
import { Quantity } from '../../../ui/Quantity';
import { reading } from './journeyWords';
import { PartyName } from '../../../ui/party/PartyName';

const useStyles = makeStyles(theme => ({
  head: { display: 'flex', flexDirection: 'column', gap: theme.spacing(0.75) },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  title: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 600,
    overflowWrap: 'anywhere',
    '&:focus': { outline: 'none' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
    fontSize: 14,
    minHeight: 24,
  },
  aside: { color: quiet(theme), fontSize: 13 },
  reading: {
    margin: 0,
    fontSize: 15,
    lineHeight: '22px',
    maxWidth: 820,
    // Two lines, so that nothing below moves when it comes.
    minHeight: 44,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(74px, max-content))',
    gap: theme.spacing(0.5, 3),
    [theme.breakpoints.down('xs')]: { columnGap: 16 },
    margin: 0,
    '& dt': { fontSize: 12, color: quiet(theme) },
    '& dd': { margin: 0, fontSize: 16, fontWeight: 600, minHeight: 22 },
  },
}));

/** Keeps a figure and its unit on one line. */
const unbroken = (text: string) =>
  text.replace(/(\d) (?=%|(?:ms|s|min|h|d)\b)/g, '$1\u00a0');

type JourneyHeadProps = {
  summary: JourneySummary;
  /** what the whole journey says on top; it comes later than the summary */
  journey?: Journey;
  evidence?: Evidence;
  titleRef: RefObject<HTMLHeadingElement>;
  tools: ReactNode;
};

/** What it is, how often, how long, how well; and the same in one sentence. */
export const JourneyHead = (props: JourneyHeadProps) => {
  const { summary, journey, evidence, titleRef, tools } = props;
  const classes = useStyles();
  const { operation, party, protocol, topic, lastSeen } = summary;
  return (
    <header className={classes.head}>
      <div className={classes.top}>
        <h2 className={classes.title} ref={titleRef} tabIndex={-1}>
          {operation}
        </h2>
        {tools}
      </div>
      <div className={classes.who}>
        <span>
          <strong>
            <PartyName party={party} />
          </strong>
        </span>
        {party.tier && <TierBadge tier={party.tier} />}
        <span className={classes.aside}>
          {topic ? `begins with a message on ${topic.name}` : protocol} · last
          seen <Age at={lastSeen} />
          {evidence && (
            <>
              {' '}
              · as of <EvidencePopover evidence={evidence} of={operation} />
            </>
          )}
        </span>
      </div>
      <p className={classes.reading}>
        {journey ? unbroken(reading(journey)) : <SkeletonBlock width="75%" />}
      </p>
      <Figures {...summary} />
    </header>
  );
};

const Figures = ({ figures, hops, services, depth }: JourneySummary) => {
  const classes = useStyles();
  const { p50, p95 } = figures;
  const lines: [title: string, shown: ReactNode][] = [
    ['Called', <CallRate of={figures} />],
    ['p50', <Quantity of={p50 === undefined ? undefined : duration(p50)} />],
    ['p95', <Quantity of={p95 === undefined ? undefined : duration(p95)} />],
    ['Fails', <ErrorShare of={figures} />],
    ['Hops', count(hops)],
    ['Services', count(services)],
    [
      'Depth',
      <Quantity
        of={count(depth)}
        title="Longest chain of calls that wait for each other"
      />,
    ],
  ];
  return (
    <dl className={classes.figures}>
      {lines.map(([title, shown]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
};
