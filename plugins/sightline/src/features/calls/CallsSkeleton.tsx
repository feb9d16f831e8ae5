import { CHART_HEIGHT } from '../../ui/charts/ChartFrame';
import { CardsSkeleton } from '../../ui/panels/CardsSkeleton';
import { CallsHead } from './CallsHead';

/** Title and legend stand above what is drawn. */
const CHART_CARD = CHART_HEIGHT + 114;
const CARDS: [string, number][] = [
  ['Through the window', CHART_CARD],
  ['Neighbourhood', 520],
  ['Operations', 300],
];

/** Places of the size of what comes. */
export const CallsSkeleton = () => (
  <CardsSkeleton label="The calls are loading" cards={CARDS}>
    <CallsHead />
  </CardsSkeleton>
);
