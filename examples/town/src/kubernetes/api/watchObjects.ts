import type { ServerResponse } from 'node:http';
import type { KubeObject } from '../objects/KubeObject.ts';
import {
  Forgotten,
  type Change,
  type ClusterStore,
} from '../store/ClusterStore.ts';
import type { Resource } from './resources.ts';
import type { Wants } from './selectors.ts';
import { expired, Refusal, statusOf } from './Status.ts';

/** How often who watches is told from where to go on. */
const BOOKMARK_MS = 60_000;
/** Who does not say how long they want to hear is let go after so long. */
const USUALLY_SECONDS = 2400;
/** Who does not take what they are told is let go. */
const MOST_WAITING_BYTES = 4_000_000;

export type Watching = {
  store: ClusterStore;
  resource: Resource;
  wants: Wants;
  parameters: URLSearchParams;
};

/**
 * Tells what becomes of what is wanted, a line each, until its time is over:
 *
 *     {"type":"MODIFIED","object":{…}}
 *     {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"1790…"}}}
 */
export function watchObjects(watching: Watching, response: ServerResponse) {
  const { store, resource, wants, parameters } = watching;
  const { begin, seconds, bookmarks } = readAsked(parameters);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const tell = (type: string, object: object) =>
    response.write(`${JSON.stringify({ type, object })}\n`);

  let version = begin ?? store.version();
  if (begin === undefined) {
    store.refresh();
    version = store.version();
    store
      .list(resource.name)
      .filter(wants)
      .forEach(object => tell('ADDED', object));
  }
  const look = () => {
    try {
      const changes = store.changesSince(version);
      version = Math.max(version, store.version());
      for (const change of changes) {
        const heard =
          change.resource === resource.name && hearing(change, wants);
        if (heard) tell(heard.type, heard.object);
      }
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    } catch (error) {
      if (!(error instanceof Forgotten)) throw error;
      const message = `too old resource version: ${version}`;
      tell('ERROR', statusOf(expired(message)));
      response.end();
    }
  };
  const { kind, groupVersion: apiVersion } = resource;
  const mark = () =>
    tell('BOOKMARK', {
      ...{ kind, apiVersion },
      metadata: { resourceVersion: String(version) },
    });

  look();
  const leave = store.onChange(look);
  const timers = [
    ...(bookmarks ? [setInterval(mark, BOOKMARK_MS)] : []),
    setTimeout(() => response.end(), seconds * 1000),
  ];
  response.on('close', () => {
    leave();
    timers.forEach(clearTimeout);
  });
}

/** What somebody who wants some objects hears of a change. */
export function hearing(
  { before, after }: Change,
  wants: Wants,
): { type: string; object: KubeObject } | undefined {
  const had = before !== undefined && wants(before);
  const has = after !== undefined && wants(after);
  if (has) return { type: had ? 'MODIFIED' : 'ADDED', object: after };
  // Also what only ceased to fit is gone for who asked.
  return had ? { type: 'DELETED', object: after ?? before } : undefined;
}

function readAsked(parameters: URLSearchParams) {
  if (parameters.has('sendInitialEvents')) {
    throw new Refusal(422, 'sendInitialEvents is forbidden for watch');
  }
  const number = (name: string): number | undefined => {
    const text = parameters.get(name) ?? '';
    if (text === '' || /^\d{1,15}$/.test(text))
      return Number(text) || undefined;
    throw new Refusal(400, `${name}: invalid value "${text}"`);
  };
  return {
    /** none, or 0, is from how it is now */
    begin: number('resourceVersion'),
    seconds: Math.min(number('timeoutSeconds') ?? USUALLY_SECONDS, 86_400),
    bookmarks: parameters.get('allowWatchBookmarks') === 'true',
  };
}
