import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { DefaultApiClient } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { Pair } from './Snapshot';

/** Few questions for a large fleet; a page is still below a megabyte. */
const PAGE = 5_000;

const pageSchema = z.object({
  items: z.array(z.object({ from: z.string(), to: z.string() })),
  nextCursor: z.string().optional(),
});

/** All that Sightline saw, page by page; throws when it cannot be had whole. */
export type ReadPairs = (signal: AbortSignal) => AsyncIterable<Pair[]>;

/** Asks Sightline as the catalog. */
export const createReadPairs = (options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReadPairs => {
  const client = new DefaultApiClient({ discoveryApi: options.discovery });
  return async function* readPairs(signal) {
    const token = await tokenFor(options.auth);
    let cursor: string | undefined;
    do {
      const response = await client.getObservedDependencies(
        { query: { limit: PAGE, cursor } },
        { token, signal },
      );
      if (!response.ok) throw await ResponseError.fromResponse(response);
      const page = pageSchema.parse(await response.json());
      yield page.items;
      cursor = page.items.length > 0 ? page.nextCursor : undefined;
    } while (cursor !== undefined);
  };
};

const tokenFor = async (auth: AuthService) => {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'sightline',
  });
  return token;
};
