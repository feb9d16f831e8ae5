import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { Journey } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { count, finePercent } from '../../../ui/figures';
import { isContradicted } from '../sides/isContradicted';
import { JourneySide, journeySides } from '../viewpoint';

const useStyles = makeStyles(theme => ({
  tabs: { minHeight: 40, borderBottom: `1px solid ${theme.palette.divider}` },
  // They wrap on a phone, so each draws its own line instead of one for all.
  wrap: { flexWrap: 'wrap' },
  tab: {
    textTransform: 'none',
    minWidth: 0,
    minHeight: 40,
    padding: '6px 12px',
    '&[aria-selected=true]': {
      boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  panel: { paddingTop: theme.spacing(1.5) },
}));

/** A ceiling that the window broke through, or of nothing, is no headline. */
const isTelling = (journey: Journey): boolean =>
  journey.availability.dependencies.length > 0 && !isContradicted(journey);

const titles: Record<JourneySide, (journey?: Journey) => string> = {
  order: () => 'In order',
  budget: () => 'Latency budget',
  failures: journey =>
    journey
      ? `Where it fails · ${count(journey.failurePoints.length)}`
      : 'Where it fails',
  availability: journey =>
    journey && isTelling(journey)
      ? `At best ${finePercent(journey.availability.ceiling)}`
      : 'Availability',
};

type JourneySidesProps = {
  journey?: Journey;
  side: JourneySide;
  onSide: (side: JourneySide) => void;
  children: ReactNode;
};

/** The sides of a journey, each with its answer in its name. */
export const JourneySides = (props: JourneySidesProps) => {
  const { journey, side, onSide, children } = props;
  const classes = useStyles();
  return (
    <div>
      <Tabs
        className={classes.tabs}
        value={side}
        aria-label="Sides of the journey"
        classes={{ flexContainer: classes.wrap }}
        TabIndicatorProps={{ style: { display: 'none' } }}
        onChange={(_event, next) => onSide(next)}
      >
        {journeySides.map(one => (
          <Tab
            key={one}
            className={classes.tab}
            value={one}
            label={titles[one](journey)}
            id={`journey-${one}-tab`}
            aria-controls={`journey-${side}-panel`}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id={`journey-${side}-panel`}
        aria-labelledby={`journey-${side}-tab`}
        className={classes.panel}
      >
        {children}
      </div>
    </div>
  );
};
