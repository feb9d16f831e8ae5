import { CHART_HEIGHT } from '../../../ui/charts/ChartFrame';

/** What stands above what is drawn, and below: title, choice, legend, words. */
const AROUND = 140;

/** Higher than other charts: how deep below nothing it went is to be seen. */
export const BUDGET_CHART = 236;

export const BUDGET_CARD = BUDGET_CHART + AROUND;
export const BURN_CARD = CHART_HEIGHT + AROUND;
