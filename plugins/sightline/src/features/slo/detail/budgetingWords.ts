import { Budgeting } from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../../../ui/figures';
import { targetPercent } from '../../../ui/slo/objectivePercent';

/** What the budget counts, in words. */
export const budgetingWords = (budgeting: Budgeting): string => {
  switch (budgeting.method) {
    case 'occurrences':
      return 'events: bad ones of all';
    case 'timeslices':
      return `stretches of ${duration(
        budgeting.slice,
      )}: bad is one of which less than ${targetPercent(
        budgeting.good,
      )} went well`;
    default:
      return `stretches of ${duration(
        budgeting.slice,
      )}: the mean of their shares, each alike`;
  }
};
