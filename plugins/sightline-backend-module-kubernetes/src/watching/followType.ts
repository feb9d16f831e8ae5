import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { isRefusal, KubeClient, Refusal } from '../client/KubeClient';
import { Kept } from '../engine/Kept';
import { raw, rawList } from '../engine/raw';
import { listType } from './listType';
import { groupPath, ResourceType } from './resourceTypes';
import { pause, Timing, waitAfter } from './Timing';
import { watchType } from './watchType';

export type FollowOptions = {
  client: KubeClient;
  signal: AbortSignal;
  timing: Timing;
  now: () => Instant;
  random: () => number;
  put: (row: Kept) => void;
  remove: (row: Kept) => void;
  /** a list was read to its end */
  listed: (keys: ReadonlySet<string>) => void;
  /** something came in a stream, if only a bookmark */
  alive: () => void;
  well: () => void;
  unwell: (refusal: Refusal) => void;
  lost: (cause: string, count: number) => void;
};

/** Streams that must break one after the other before their type is called unwell. */
const mostBroken = 3;

const stays = new Set<Refusal['why']>(['forbidden', 'missing', 'wrong']);

/** Whether somebody installed it; a type that everybody has is not asked about. */
const isThere = async (
  type: ResourceType,
  o: FollowOptions,
): Promise<Refusal | undefined> => {
  if (!type.custom) return undefined;
  const { signal, timing } = o;
  const path = groupPath(type);
  const asked = { path, signal, silence: timing.silence, limit: 2 ** 20 };
  const answer = await o.client.json(asked);
  if (isRefusal(answer)) return answer;
  const names = rawList(raw(answer.value).resources).map(one => one.name);
  const words = `${path} has no ${type.name}`;
  return names.includes(type.name)
    ? undefined
    : { why: 'missing', fault: { kind: 'not-found', words } };
};

/** Lists until it could be listed; answers with the version to watch from. */
const listUntilDone = async (
  type: ResourceType,
  o: FollowOptions,
): Promise<string | undefined> => {
  const { client, signal, timing } = o;
  for (let failures = 1; !signal.aborted; failures += 1) {
    const answer =
      (await isThere(type, o)) ??
      (await listType(type, {
        ...o,
        client,
        silence: timing.silence,
        take: o.put,
      }));
    if (signal.aborted) return undefined;
    if (!isRefusal(answer)) {
      o.listed(answer.keys);
      o.well();
      return answer.version;
    }
    o.unwell(answer);
    const wait = stays.has(answer.why)
      ? timing.lookAgain
      : waitAfter(failures, timing, o.random());
    await pause(wait, signal);
  }
  return undefined;
};

/** A stream that held for so long was no failure, though nothing was heard. */
const heldWell = 10_000;

/** Watches, and goes on from where a stream broke; ends when that has expired. */
const watchOn = async (type: ResourceType, from: string, o: FollowOptions) => {
  const { signal, timing, now } = o;
  const { streamSilence: silence, lasts } = timing;
  let version = from;
  for (let broken = 0, inVain = 0; !signal.aborted; ) {
    const began = now();
    const end = await watchType(type, version, {
      ...o,
      silence,
      lasts,
      opened: o.well,
    });
    const { refusal, heard } = end;
    if (signal.aborted || refusal?.why === 'expired') return;
    version = end.version;
    broken = heard || !refusal ? 0 : broken + 1;
    inVain = heard || now() - began > heldWell ? 0 : inVain + 1;
    if (refusal && (broken >= mostBroken || refusal.why === 'credentials')) {
      o.unwell(refusal);
    }
    await pause(waitAfter(inVain, timing, o.random()), signal);
  }
};

/**
 * Knows all objects of one type, and hears what becomes of them, until it is cut
 * off:
 *
 * ```
 *   list ──▶ watch ──▶ watch ──▶ …       a stream that broke goes on where it was
 *     ▲        │
 *     └────────┘ expired (410)           only then all is listed again
 * ```
 */
export const followType = async (
  type: ResourceType,
  o: FollowOptions,
): Promise<void> => {
  for (let turn = 0; !o.signal.aborted; turn += 1) {
    if (turn > 0) await pause(waitAfter(1, o.timing, o.random()), o.signal);
    const version = await listUntilDone(type, o);
    if (version !== undefined) await watchOn(type, version, o);
  }
};
