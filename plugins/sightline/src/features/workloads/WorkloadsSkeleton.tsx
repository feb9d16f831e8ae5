import { CardsSkeleton } from '../../ui/panels/CardsSkeleton';

const CARDS: [string, number][] = [
  ['How it stands', 190],
  ['Images', 110],
  ['Deploys', 320],
];

/** Places of the size of what comes. */
export const WorkloadsSkeleton = () => (
  <CardsSkeleton label="The workloads are loading" cards={CARDS} />
);
