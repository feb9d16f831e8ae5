import { unknown } from '@sightline/backstage-plugin-sightline-common';
import { ServiceInBrief } from '../../fleetReader';
import { Freeze, FreezeSubject } from '../engine/freezes/Freeze';
import { Told } from '../engine/Told';
import { aside } from './notTold';

const noFreeze = 'No freeze is set up under sightline.freezes';

/** Which freezes there are, and what tells this service from others. */
export const tellFreezes = (
  all: readonly Freeze[],
  { ref, owner, tier }: ServiceInBrief,
  environment: string,
): Told<{ all: readonly Freeze[]; subject: FreezeSubject }> => {
  if (all.length === 0) return aside(unknown('not-configured', noFreeze));
  const subject = {
    ...{ service: ref, environment, ...(tier && { tier }) },
    owners: owner ? [owner.ref, ...owner.path] : [],
  };
  return { state: 'told', value: { all, subject } };
};
