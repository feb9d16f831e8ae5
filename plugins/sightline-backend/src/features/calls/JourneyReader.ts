import { Window } from './engine/graph/CallGraph';
import { TreeStep } from './engine/journeys/JourneyTree';

/** What happens below root operations. */
export interface JourneyReader {
  /** all journeys with calls in the window, most called first; the last hour when left out */
  trees(window?: Window): Promise<TreeStep[]>;
}
