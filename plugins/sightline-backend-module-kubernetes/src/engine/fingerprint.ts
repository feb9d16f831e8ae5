/**
 * A number from 1 to 2³⁰ that stands for a text: two texts share one by chance once
 * in a thousand million. A number of that size takes no memory of its own, where a
 * uid takes as much as the rest of a pod.
 *
 * FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const fingerprint = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) & 0x3fffffff) + 1;
};
