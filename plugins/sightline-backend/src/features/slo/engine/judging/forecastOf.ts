import {
  BudgetReading,
  Instant,
  Millis,
  Objective,
  ObjectiveStatus,
  timeToExhaustion,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Period } from './budgetReading';
import { BurnsByWindow } from './burnPairs';

type Forecast = NonNullable<ObjectiveStatus['forecast']>;

/** Long enough to be no moment's mood, short enough to be about today. */
const longest: Millis = 6 * 3_600_000;

/**
 * When the budget ends if it goes on burning as in the last hours, or while an alert
 * fires as it does now. Nothing is
 * said where it lasts until the window ends: a calendar's next boundary, or a
 * whole period ahead, when a rolling window has nothing of today in it any more.
 */
export const forecastOf = (of: {
  objective: Objective;
  budget: BudgetReading | undefined;
  burns: BurnsByWindow;
  /** that an alert fires for */
  alarming: number | undefined;
  period: Period;
  at: Instant;
}): Forecast | undefined => {
  const burn = of.alarming ?? burnLately(of.burns);
  if (burn === undefined) return undefined;
  const lasts = of.budget && budgetLasts({ ...of, budget: of.budget, burn });
  return {
    burn,
    ...(lasts !== undefined && { exhaustedAt: toIso(of.at + lasts) }),
  };
};

const burnLately = (burns: BurnsByWindow): number | undefined => {
  let found: { window: Millis; rate: number } | undefined;
  for (const [window, burn] of burns) {
    const isBetter = window <= longest && window > (found?.window ?? 0);
    if (isBetter && 'rate' in burn) found = { window, rate: burn.rate };
  }
  return found?.rate;
};

/** Undefined when it is spent already, or outlasts the window. */
export const budgetLasts = (of: {
  objective: Pick<Objective, 'window'>;
  budget: BudgetReading;
  burn: number;
  period: Period;
  at: Instant;
}): Millis | undefined => {
  const { budget, burn, period, at } = of;
  const length = period.to - period.from;
  const left =
    of.objective.window.kind === 'calendar' ? period.to - at : length;
  const lasts = timeToExhaustion({
    ...{ remaining: budget.remaining, burn, period: length },
  });
  return lasts !== undefined && lasts > 0 && lasts < left ? lasts : undefined;
};
