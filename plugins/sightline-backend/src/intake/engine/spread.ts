import { Millis } from '@sightline/backstage-plugin-sightline-common';

/**
 * A moment within `span` that belongs to a name: all replicas agree on it, and
 * sources with the same period do not all start in the same instant.
 * FNV-1a, then Murmur's last step: names that differ in their last letter only
 * must not end up next to each other.
 */
export const spread = (name: string, span: Millis): Millis => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return Math.floor((hash / 2 ** 32) * span);
};
