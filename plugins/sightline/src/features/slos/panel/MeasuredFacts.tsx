import {
  Objective,
  ObjectiveRow,
} from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { duration } from '../../../ui/figures';
import { targetPercent } from '../../../ui/slo/objectivePercent';
import { indicatorTitle, originWords } from '../../../ui/slo/objectiveWords';
import { Facts } from './BudgetFacts';

/** What the budget counts, in words. */
const budgetingWords = ({ budgeting }: Objective): string => {
  switch (budgeting.method) {
    case 'timeslices':
      return `slices of ${duration(budgeting.slice)}, good when ${targetPercent(
        budgeting.good,
      )} of them went well`;
    case 'ratio-timeslices':
      return `slices of ${duration(budgeting.slice)}, each alike`;
    default:
      return 'every event';
  }
};

const Origin = ({ objective: { origin } }: { objective: Objective }) => {
  const where = `${origin.where}${origin.line ? `, line ${origin.line}` : ''}`;
  return (
    <>
      {originWords[origin.kind]}:{' '}
      {origin.url ? (
        <a href={origin.url} target="_blank" rel="noopener noreferrer">
          {where}
        </a>
      ) : (
        where
      )}
    </>
  );
};

/** What is counted, by whom, and where it is stated. */
export const MeasuredFacts = ({ row }: { row: ObjectiveRow }) => {
  const { objective, evidence } = row;
  return (
    <Facts
      facts={[
        ['Indicator', indicatorTitle(objective.indicator)],
        ['Good is', objective.indicator.words],
        ['Counts', budgetingWords(objective)],
        ['Stated in', <Origin key="origin" objective={objective} />],
        ['Measured by', objective.measuredBy],
        [
          'Measured',
          evidence ? (
            <EvidencePopover
              key="evidence"
              evidence={evidence}
              of={objective.title}
            />
          ) : (
            'never'
          ),
        ],
      ]}
    />
  );
};
