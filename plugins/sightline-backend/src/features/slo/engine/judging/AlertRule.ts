import {
  AlertSeverity,
  Millis,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';

/**
 * When somebody is told: the long window uses this share of the budget, and the
 * short one burns as fast. The threshold follows from the objective's period.
 */
export type AlertRule = {
  severity: AlertSeverity;
  long: Millis;
  short: Millis;
  budgetShare: Ratio;
};
