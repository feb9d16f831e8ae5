import {
  unknown,
  Unknown,
  UnknownReason,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploySources } from '../DeploySources';
import { NotTold } from '../engine/Told';

/** Told, and decides nothing. */
export const aside = (why: Unknown): NotTold => ({ ...why, weighs: false });

/** Nobody can tell, so nobody can say yes. */
export const holdingBack = (reason: UnknownReason, words: string): NotTold => ({
  ...unknown(reason, words),
  weighs: true,
});

/**
 * Nobody of a kind was ever heard: either none is set up, or those that are have
 * not answered once, which is a failure and not the same.
 */
export const neverHeard = async (
  { statuses }: Pick<DeploySources, 'statuses'>,
  of: { kind: string; what: string; docs: string },
): Promise<NotTold> => {
  const isSetUp = (await statuses.list()).some(
    ({ id, state }) => id.startsWith(`${of.kind}:`) && state !== 'disabled',
  );
  return isSetUp
    ? holdingBack(
        'source-unavailable',
        `No ${of.what} was seen yet: the Sources page says why`,
      )
    : aside(
        unknown('not-configured', `No ${of.what} is connected: see ${of.docs}`),
      );
};
