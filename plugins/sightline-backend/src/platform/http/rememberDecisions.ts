import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../clock';

const CAP = 1_000;

/**
 * One page of the portal asks several things within a second, and each asks the
 * permission backend for the same decision: a signed token, a request and two
 * signatures to check, more than half of what an answer costs. So a user's
 * decision holds for two seconds. A policy that changes its mind is heard after
 * that; a token it would revoke lives for an hour.
 */
export const rememberDecisions = (
  permissions: PermissionsService,
  options: { clock: Clock; lasts?: Millis },
): Pick<PermissionsService, 'authorizeConditional'> => {
  const { clock, lasts = 2_000 } = options;
  const remembered = new Map<string, { until: number; decision: Decision }>();

  return {
    authorizeConditional(requests, { credentials }) {
      const ask = () =>
        permissions.authorizeConditional(requests, { credentials });
      const asker = userOf(credentials);
      if (!asker) {
        return ask();
      }
      const key = `${asker} ${requests.map(
        ({ permission }) => permission.name,
      )}`;
      const known = remembered.get(key);
      if (known && known.until > clock()) {
        return known.decision;
      }
      const decision = ask();
      remembered.delete(key);
      remembered.set(key, { until: clock() + lasts, decision });
      decision.catch(() => remembered.delete(key));
      if (remembered.size > CAP) {
        // Insertion order is age; what is forgotten is only asked again.
        remembered.delete(remembered.keys().next().value!);
      }
      return decision;
    },
  };
};

type Decision = ReturnType<PermissionsService['authorizeConditional']>;

const userOf = ({ principal }: BackstageCredentials) => {
  const { type, userEntityRef } = principal as {
    type?: string;
    userEntityRef?: string;
  };
  return type === 'user' ? userEntityRef : undefined;
};
