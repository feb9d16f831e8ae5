import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { AlertRule } from '../engine/judging';
import { Template } from './engine/templates';
import { TierName, TierTargets } from './engine/tierObjectives';

/** What an operator says about objectives; every value is set. */
export type SloConfig = {
  tiers: Readonly<Record<TierName, TierTargets>>;
  /** tried in this order */
  templates: readonly Template[];
  /** a service's own calls are measured where nothing better is there */
  calls: { enabled: boolean };
  openslo: {
    /** absolute */
    folders: readonly string[];
    /** how often files on disk are looked at, and providers asked */
    every: Millis;
    /** how often files behind an address are looked at */
    remoteEvery: Millis;
  };
  /** left out: the house's rules, which follow from each objective's window */
  alerts?: readonly AlertRule[];
  /** bad events that a budget must hold for a burn rate to say anything */
  minimumBadEvents: number;
  notifications: { enabled: boolean };
  atMost: {
    documents: number;
    objectivesPerService: number;
  };
};
