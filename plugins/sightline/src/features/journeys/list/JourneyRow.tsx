import { makeStyles } from '@material-ui/core/styles';
import { JourneySummary } from '@sightline/backstage-plugin-sightline-common';
import { duration, plural } from '../../../ui/figures';
import { quiet } from '../../../ui/state/quiet';
import { ErrorShare } from '../../../ui/ErrorShare';
import { CallRate } from '../../../ui/CallRate';
import { Quantity } from '../../../ui/Quantity';

export const ROW_HEIGHT = 54;

/** Rate, duration and errors, under the buttons that sort by them. */
export const FIGURE_COLUMNS = '62px 60px 66px';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1fr) ${FIGURE_COLUMNS}`,
    alignContent: 'center',
    alignItems: 'baseline',
    boxSizing: 'border-box',
    height: ROW_HEIGHT,
    padding: '0 10px 0 12px',
    fontVariantNumeric: 'tabular-nums',
  },
  operation: {
    gridColumn: '1 / -1',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  aside: {
    fontSize: 13,
    color: quiet(theme),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  figure: { textAlign: 'right', fontSize: 13 },
}));

/** Whose operation it is, and the topic whose messages begin it. */
const startWords = ({ party, topic }: JourneySummary): string =>
  topic ? `${party.name} ← ${topic.name}` : party.name;

/** One journey in two lines: what is called, then by whom, how often, how long, how well. */
export const JourneyRow = ({ journey }: { journey: JourneySummary }) => {
  const classes = useStyles();
  const { operation, figures } = journey;
  return (
    <span className={classes.row}>
      <span className={classes.operation} title={operation}>
        {operation}
      </span>
      <span
        className={classes.aside}
        title={`${startWords(journey)}, ${plural(journey.services, 'service')}`}
      >
        {startWords(journey)}
      </span>
      <span className={classes.figure}>
        <CallRate of={figures} />
      </span>
      <span className={classes.figure}>
        <Quantity
          of={figures.p95 === undefined ? undefined : duration(figures.p95)}
          title="p95: 19 of 20 are over within"
        />
      </span>
      <span className={classes.figure}>
        <ErrorShare of={figures} />
      </span>
    </span>
  );
};
