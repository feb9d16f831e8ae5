import { JourneyHop } from '@sightline/backstage-plugin-sightline-common';

type Way = Pick<JourneyHop, 'callee' | 'operation' | 'mode'>;

/**
 * The way to a hop as a few letters, for addresses: it does not change when
 * other hops come and go. Who goes the same way twice is counted.
 */
export function hopKey(
  { callee, operation, mode }: Way,
  above: string | undefined,
  taken: { has(key: string): boolean },
): string {
  const way = [above ?? '', callee.id, operation, mode].join('\n');
  let key = hash(way);
  for (let again = 2; taken.has(key); again += 1) {
    key = hash(`${way}\n${again}`);
  }
  return key;
}

/** 32 bits of FNV-1a: short enough for an address; a clash counts as twice. */
const hash = (text: string): string => {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    // eslint-disable-next-line no-bitwise
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  }
  // eslint-disable-next-line no-bitwise
  return (bits >>> 0).toString(36);
};
