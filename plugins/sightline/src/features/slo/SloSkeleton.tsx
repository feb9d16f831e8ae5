import { CardsSkeleton } from '../../ui/panels/CardsSkeleton';
import { BUDGET_CARD, BURN_CARD } from './charts/cardHeights';

const CARDS: [string, number][] = [
  ['Headline', 240],
  ['Error budget', BUDGET_CARD],
  ['Burn rate', BURN_CARD],
  ['Measured', 240],
];

/** Places of the size of what comes. */
export const SloSkeleton = () => (
  <CardsSkeleton label="The objectives are loading" cards={CARDS} />
);
