import {
  LookupAnswer,
  OnCallList,
  OnCallNow,
  Override,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { LookupQuestion, OverrideWanted } from '../api';

/** What a fake backend answers at two in the morning; what is left out is not known to it. */
export type HarbourLookup = {
  getLookup?(question: LookupQuestion): LookupAnswer;
  getOnCall?(): OnCallList;
  getServiceOnCall?(service: ServiceRef): OnCallNow;
  getTeamOnCall?(team: string): OnCallNow;
  makeOverride?(team: string, wanted: OverrideWanted): Override;
  endOverride?(team: string, id: string): void;
};
