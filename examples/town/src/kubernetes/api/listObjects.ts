import { keyOf, type ClusterStore } from '../store/ClusterStore.ts';
import type { KubeObject } from '../objects/KubeObject.ts';
import type { Resource } from './resources.ts';
import type { Wants } from './selectors.ts';
import { expired, Refusal } from './Status.ts';

export type Page = {
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
  items: KubeObject[];
};

/** Where the next page begins: behind this key, in the list of this version. */
type Place = { version: number; after: string };

/** A page of what is wanted; all of it where nobody says how much. */
export function listObjects(options: {
  store: ClusterStore;
  resource: Resource;
  wants: Wants;
  parameters: URLSearchParams;
}): Page {
  const { store, resource, wants, parameters } = options;
  store.refresh();
  const token = parameters.get('continue');
  const place = token ? readToken(token) : undefined;
  if (place) assertRemembered(store, place);
  const all = store
    .list(resource.name)
    .filter(object => !place || keyOf(object) > place.after)
    .filter(wants);
  const limit = readLimit(parameters.get('limit')) || all.length;
  const items = all.slice(0, limit);
  // Whoever watches from the version of the first page hears what changed meanwhile.
  const version = place?.version ?? store.version();
  const left = all.length - items.length;
  return {
    metadata: {
      resourceVersion: String(version),
      ...(left > 0 && {
        continue: tokenOf({ version, after: keyOf(items[items.length - 1]) }),
        remainingItemCount: left,
      }),
    },
    items,
  };
}

function readLimit(text: string | null): number {
  if (text === null || /^\d+$/.test(text)) return Number(text ?? 0);
  throw new Refusal(400, `limit: invalid value "${text}"`);
}

const tokenOf = (place: Place) =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

function readToken(token: string): Place {
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof place.after === 'string' && Number.isFinite(place.version)) {
      return place;
    }
  } catch {
    // is refused as well
  }
  throw new Refusal(400, 'continue key is not valid');
}

function assertRemembered(store: ClusterStore, { version }: Place) {
  try {
    store.changesSince(version);
  } catch {
    throw expired(
      'The provided continue parameter is too old to display a consistent list result.',
    );
  }
}
