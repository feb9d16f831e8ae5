import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { JourneysEmpty } from './JourneysEmpty';
import { Journeys } from './useJourneys';

/** Neither a list nor a journey to put beside it. */
export const isBare = ({ list, journeys }: Journeys) =>
  list.state === 'failed' || (list.state === 'ok' && journeys?.length === 0);

/** What the whole page says where there is no list. */
export const InsteadOfList = (props: Journeys) => {
  const { list, journeys } = props;
  if (list.state === 'failed' && list.problem) {
    return (
      <ProblemPanel
        problem={list.problem}
        what="the journeys"
        onRetry={list.retry}
      />
    );
  }
  return list.state === 'ok' && journeys?.length === 0 ? (
    <JourneysEmpty {...props} />
  ) : null;
};
