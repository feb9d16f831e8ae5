import { CardsSkeleton } from '../../../ui/panels/CardsSkeleton';

const CARDS: [string, number][] = [
  ['Pacts and where they are', 138],
  ['May I deploy?', 98],
  ['It needs', 240],
  ['Needed by', 240],
];

/** Places of the size of what comes. */
export const TabSkeleton = () => (
  <CardsSkeleton label="The contracts are loading" cards={CARDS} />
);
