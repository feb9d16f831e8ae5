import { useApi } from '@backstage/core-plugin-api';
import { ObjectivesPage } from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../../api';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { Slos } from '../useSlos';
import { ObjectivePanel } from './ObjectivePanel';
import { PanelFrame } from '../../../ui/panels/PanelFrame';
import { ProblemsPanel } from './ProblemsPanel';
import { usePanelStyles } from '../../../ui/panels/panelStyles';

/** What is looked at more closely: one objective, or the documents that cannot be read. */
export const LookPanel = ({ query: { look }, chosen, onLook }: Slos) => {
  const onClose = () => onLook(undefined);
  if (!look) {
    return null;
  }
  if ('problems' in look) {
    return <ProblemsPanel onClose={onClose} />;
  }
  return chosen ? (
    <ObjectivePanel row={chosen} onClose={onClose} />
  ) : (
    <AskedObjective id={look.objective} onClose={onClose} />
  );
};

/** `component:default/payments/availability` → `component:default/payments` */
const serviceOf = (id: string) => id.split('/').slice(0, 2).join('/');

/** As many objectives as one service may have and still be found among them. */
const ONE_SERVICE = 200;

/** A link may point at an objective that is not among the rows that are loaded. */
const AskedObjective = ({
  id,
  onClose,
}: {
  id: string;
  onClose: () => void;
}) => {
  const classes = usePanelStyles();
  const api = useApi(sightlineApiRef);
  const { state, value, problem, retry } = useAsk<ObjectivesPage>(
    id,
    options =>
      api.getObjectives(
        { service: [serviceOf(id)], limit: ONE_SERVICE },
        options,
      ),
    { keep: false },
  );
  const row = value?.items.find(({ objective }) => objective.id === id);
  if (row) {
    return <ObjectivePanel row={row} onClose={onClose} />;
  }
  return (
    <PanelFrame title={id} onClose={onClose}>
      {state === 'loading' && (
        <p aria-busy="true">
          <SkeletonBlock width="70%" />
        </p>
      )}
      {state === 'failed' && problem && (
        <ProblemPanel problem={problem} what="this objective" onRetry={retry} />
      )}
      {value && (
        <p className={classes.words}>
          There is no such objective, or no longer, or you may not see it.
        </p>
      )}
    </PanelFrame>
  );
};
