import { AlertRule, defaultAlertRules } from '../engine/judging';
import { periodOf } from '../objectives/engine/periodOf';
import { InForce } from '../tables';

/** Its own rules, else those of the house, else those that follow from its period. */
export const rulesFor = (config: { alerts?: readonly AlertRule[] }) => {
  const byPeriod = new Map<number, readonly AlertRule[]>();
  const usual = (period: number) => {
    const known = byPeriod.get(period) ?? defaultAlertRules(period);
    byPeriod.set(period, known);
    return known;
  };
  return ({
    rules,
    objective,
  }: Pick<InForce, 'rules' | 'objective'>): readonly AlertRule[] =>
    rules ?? config.alerts ?? usual(periodOf(objective.window));
};
