import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { isRefusal, KubeClient, Refusal } from '../client/KubeClient';
import { lines } from '../client/lines';
import { notJson, refusalOfError, refusalOfStatus } from '../client/refusals';
import { Kept } from '../engine/Kept';
import { raw, Raw, text } from '../engine/raw';
import { shrinkers } from '../engine/tables';
import { objectBytes, pathOf, ResourceType } from './resourceTypes';

export type WatchOptions = {
  client: KubeClient;
  signal: AbortSignal;
  /** how long nothing may be heard: bookmarks come about every minute */
  silence: Millis;
  /** after which the server is asked to end the stream by itself */
  lasts: Millis;
  now: () => Instant;
  opened: () => void;
  alive: () => void;
  put: (row: Kept) => void;
  remove: (row: Kept) => void;
  lost: (cause: string, count: number) => void;
};

export type WatchEnd = {
  /** from where to go on */
  version: string;
  /** whether anything was heard */
  heard: boolean;
  /** why it ended; left out when the server ended it in peace */
  refusal?: Refusal;
};

type Event = { type: unknown; object: Raw };

const parse = (line: string): Event | undefined => {
  try {
    const event = raw(JSON.parse(line));
    return { type: event.type, object: raw(event.object) };
  } catch {
    return undefined;
  }
};

const hear = (type: ResourceType, event: Event, o: WatchOptions) => {
  if (event.type === 'BOOKMARK') return;
  const row = shrinkers[type.name](event.object, o.now());
  if (!row) o.lost(`${type.name} that say too little about themselves`, 1);
  else if (event.type === 'DELETED') o.remove(row);
  else o.put(row);
};

/** Hears what changes from `version` on, until the stream ends, however it ends. */
export const watchType = async (
  type: ResourceType,
  from: string,
  o: WatchOptions,
): Promise<WatchEnd> => {
  const path = pathOf(type);
  const place = { url: `${o.client.url}${path}` };
  const query = {
    ...type.query,
    watch: 'true',
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(Math.ceil(o.lasts / 1000)),
    resourceVersion: from,
  };
  const opened = await o.client.open({
    path,
    query,
    signal: o.signal,
    silence: o.silence,
  });
  if (isRefusal(opened))
    return { version: from, heard: false, refusal: opened };
  o.opened();
  let version = from;
  let heard = false;
  const end = (refusal?: Refusal): WatchEnd => ({ version, heard, refusal });
  const lost = () =>
    o.lost(`${type.name} above ${objectBytes / 2 ** 20} MiB`, 1);
  try {
    for await (const line of lines(opened.body, { limit: objectBytes, lost })) {
      const event = parse(line);
      o.alive();
      if (!event) return end(notJson(place, 'a line that is not JSON'));
      if (event.type === 'ERROR') {
        const code =
          typeof event.object.code === 'number' ? event.object.code : 500;
        return end(refusalOfStatus(code, place));
      }
      hear(type, event, o);
      heard = true;
      version =
        text(raw(event.object.metadata).resourceVersion, 100) ?? version;
    }
    return end();
  } catch (error) {
    return end(refusalOfError(error, place));
  } finally {
    opened.body.destroy();
  }
};
