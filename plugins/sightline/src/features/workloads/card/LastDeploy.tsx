import { Deploy } from '@sightline/backstage-plugin-sightline-common';
import { Age } from '../../../ui/time/Age';
import { versionsOf } from '../deploys/deployWords';

/** The youngest of its deploys; there may be none that anybody saw. */
export const LastDeploy = ({ deploys }: { deploys: Deploy[] }) => {
  const last = deploys.at(0);
  return last ? (
    <span>
      Last {last.kind} <Age at={last.at} />: {versionsOf(last)} in{' '}
      {last.workload.cluster}
    </span>
  ) : (
    <span>No deploy was seen yet</span>
  );
};
