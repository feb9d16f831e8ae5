import type { Attributes } from '../Span.ts';
import type { Address, Generation } from '../Truth.ts';
import { inGeneration } from './generation.ts';

/** Whom a client talks to: the host it connected to, and the name if somebody configured one. */
export function peerAttributes(
  generation: Generation,
  { host, port, peer }: Address,
): Attributes {
  return inGeneration(generation, {
    old: {
      'net.peer.name': host,
      'net.peer.port': port,
      ...(peer && { 'peer.service': peer }),
    },
    new: {
      'server.address': host,
      'server.port': port,
      ...(peer && { 'service.peer.name': peer }),
    },
  });
}
