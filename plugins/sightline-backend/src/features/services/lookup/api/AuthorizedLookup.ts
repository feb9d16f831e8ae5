import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LookupAnswer } from '@sightline/backstage-plugin-sightline-common';
import { ServiceAccess } from '../../api/ServiceAccess';
import { LookupReader } from '../createLookup';

export type Question = { q: string; limit: number };

/**
 * The reader behind a permission check. Services that may not be seen are neither
 * found nor counted, and nobody is told of people who answer for them alone.
 */
export const authorizedLookup = (options: {
  reader: LookupReader;
  access: Pick<ServiceAccess, 'scope'>;
}) => ({
  async find(
    question: Question,
    asker: BackstageCredentials,
  ): Promise<{ answer: LookupAnswer; etag: string }> {
    const { reader, access } = options;
    const scope = await access.scope(asker);
    const allowed = scope.allowedOwners && new Set(scope.allowedOwners);
    const denied = new Set(scope.deniedOwners);
    const asked = {
      ...question,
      mayRead: (owner = '') =>
        (!allowed || allowed.has(owner)) && !denied.has(owner),
    };
    return {
      answer: reader.find(asked),
      etag: reader.etagOf({ ...asked, scope }),
    };
  },
});

export type AuthorizedLookup = ReturnType<typeof authorizedLookup>;
