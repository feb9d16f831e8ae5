import { SloSummary } from '@sightline/backstage-plugin-sightline-common';
import { WorstBudget } from '../../ui/slo/WorstBudget';

type BudgetCellProps = { slo?: SloSummary; tabIndex?: number };

/** The worst budget of a service; one that promises nothing has none to spend. */
export const BudgetCell = ({ slo, tabIndex }: BudgetCellProps) =>
  slo ? (
    <WorstBudget slo={slo} oneLine tabIndex={tabIndex} />
  ) : (
    <span title="It has no objective">–</span>
  );
