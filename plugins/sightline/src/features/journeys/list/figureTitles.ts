import { JourneySort } from '../viewpoint';

/** What stands above the figures of a journey. */
export const figureTitles: Record<JourneySort, string> = {
  rate: 'Called',
  duration: 'p95',
  errors: 'Fails',
};
