import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  isRefusal,
  KubeAnswer,
  KubeClient,
  Refusal,
} from '../client/KubeClient';
import { readListItems } from '../client/readListItems';
import { notJson, refusalOfError, tooLarge } from '../client/refusals';
import { Kept } from '../engine/Kept';
import { raw, Raw, text } from '../engine/raw';
import { shrinkers } from '../engine/tables';
import { objectBytes, pathOf, ResourceType } from './resourceTypes';

/** Objects of one page. */
const pageSize = 250;
/** How often a list is begun anew when its pages expire while it is read. */
const mostRestarts = 5;

export type ListOptions = {
  client: KubeClient;
  signal: AbortSignal;
  silence: Millis;
  now: () => Instant;
  take: (row: Kept) => void;
  lost: (cause: string, count: number) => void;
};

type Page = { next?: string; version?: string };

/** Takes items as they come in, each by itself; answers with what is around them. */
const readItems = async (
  type: ResourceType,
  opened: KubeAnswer,
  o: ListOptions,
): Promise<{ list: Raw } | Refusal> => {
  const place = { url: `${o.client.url}${pathOf(type)}` };
  const lost = () =>
    o.lost(`${type.name} above ${objectBytes / 2 ** 20} MiB`, 1);
  const item = (said: string) => {
    const row = shrinkers[type.name](raw(JSON.parse(said)), o.now());
    if (row) o.take(row);
    else o.lost(`${type.name} that say too little about themselves`, 1);
  };
  let said: string | undefined;
  try {
    said = await readListItems(opened.body, { limit: objectBytes, item, lost });
  } catch (error) {
    if (error instanceof SyntaxError)
      return notJson(place, 'items that are not JSON');
    return refusalOfError(error, place);
  } finally {
    opened.body.destroy();
  }
  return readAround(said, place);
};

const readAround = (
  said: string | undefined,
  place: { url: string },
): { list: Raw } | Refusal => {
  if (said === undefined) return tooLarge(place);
  try {
    const list = raw(JSON.parse(said));
    return Array.isArray(list.items) || list.items === null
      ? { list }
      : notJson(place, 'something that is not a list');
  } catch {
    return notJson(
      place,
      said.startsWith('<') ? 'a web page' : 'something that is not JSON',
    );
  }
};

const readPage = async (
  type: ResourceType,
  at: string | undefined,
  o: ListOptions,
): Promise<Page | Refusal> => {
  const { signal, silence } = o;
  const from = at === undefined ? undefined : { continue: at };
  const query = { ...type.query, limit: String(pageSize), ...from };
  const opened = await o.client.open({
    path: pathOf(type),
    query,
    signal,
    silence,
  });
  if (isRefusal(opened)) return opened;
  const read = await readItems(type, opened, o);
  if (isRefusal(read)) return read;
  const { continue: next, resourceVersion } = raw(read.list.metadata);
  return { next: text(next, 10_000), version: text(resourceVersion, 100) };
};

/** Reads all objects of a type, page by page; answers with the version to watch from. */
export const listType = async (
  type: ResourceType,
  options: ListOptions,
): Promise<{ version: string; keys: Set<string> } | Refusal> => {
  let keys = new Set<string>();
  const o: ListOptions = {
    ...options,
    take: row => {
      keys.add(row.key);
      options.take(row);
    },
  };
  let at: string | undefined;
  for (let restarts = 0; ; ) {
    const page = await readPage(type, at, o);
    if (!isRefusal(page)) {
      if (page.next === undefined) return { version: page.version ?? '', keys };
      at = page.next;
      continue;
    }
    const mayRestart =
      page.why === 'expired' && at !== undefined && restarts < mostRestarts;
    if (!mayRestart) return page;
    restarts += 1;
    at = undefined;
    keys = new Set();
  }
};
