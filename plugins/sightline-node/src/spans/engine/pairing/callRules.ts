import type { CallEvidenceClass } from '@sightline/backstage-plugin-sightline-common';
import { spanKinds } from '../columns/SpanColumns';
import {
  isToStore,
  kindOf,
  namesPeer,
  otherProtocol,
  protocolOf,
  roleOf,
  roles,
  wayOf,
} from '../describing/traits';
import type { SpanWindow } from './SpanWindow';

/** Whether a span tells of a call from the side of whoever was called. */
const isAnswering = (traits: number) => {
  const role = roleOf(traits);
  return role === roles.callee || role === roles.receiver;
};

/** Whether a span tells of a call that its own service made. */
const isCalling = (traits: number) => {
  const role = roleOf(traits);
  return role === roles.caller || role === roles.sender;
};

/** Whether something may answer this span, by its kind. */
const isAsking = (traits: number) => {
  const kind = kindOf(traits);
  return kind === spanKinds.client || kind === spanKinds.producer;
};

/** What a child says about its parent's call. */
export const relations = {
  nothing: 0,
  /** this is who was called */
  answers: 1,
  /** this is the same call, told by another layer of the same service */
  nests: 2,
} as const;

export const relationOf = (
  { nodes, traits }: SpanWindow,
  child: number,
  parent: number,
): number => {
  if (!isAsking(traits[parent])) return relations.nothing;
  if (isAnswering(traits[child]) || nodes[child] !== nodes[parent]) {
    return relations.answers;
  }
  return isCalling(traits[child]) ? relations.nests : relations.nothing;
};

/**
 * Of layers that tell of one call, which one is counted: the outermost that
 * names a datastore, else the innermost.
 *
 * ```
 *   [CLIENT http]          around another call: not counted
 *     └[CLIENT grpc]       counted
 *   [CLIENT SELECT orders] counted: knows which datastore
 *     ├[CLIENT tcp]        repeats it
 *     └[CLIENT SELECT …]   of the same datastore: repeats it (a mapper's and its driver's span)
 * ```
 */
export const isLayerOfACall = (
  { nodes, peers, traits }: SpanWindow,
  place: number,
  parent: number,
  isAroundAnother: boolean,
): boolean => {
  const toStore = isToStore(traits[place]);
  if (isAroundAnother && !toStore) return true;
  return (
    parent !== -1 &&
    nodes[parent] === nodes[place] &&
    isCalling(traits[parent]) &&
    isToStore(traits[parent]) &&
    (!toStore || peers[parent] === peers[place])
  );
};

/**
 * Whether a caller's span within another one tells of the same call once more,
 * if that one is answered: no datastore, and not by name somebody else.
 *
 * ```
 *   [CLIENT grpc to pay] ··paired··▶ [SERVER]
 *     ├[CLIENT tcp]                  the same call, told by a layer below
 *     ├[CLIENT http to pay]          the same
 *     ├[CLIENT http to login]        another one: asks for a token on the way
 *     └[CLIENT GET session]          another one: to a datastore
 * ```
 */
export const isLayerOfAnAnswer = (
  { nodes, peers, traits }: SpanWindow,
  place: number,
  parent: number,
): boolean => {
  if (parent === -1 || nodes[parent] !== nodes[place]) return false;
  if (!isCalling(traits[parent]) || isToStore(traits[place])) return false;
  const namesAnother =
    namesPeer(traits[place]) &&
    namesPeer(traits[parent]) &&
    peers[place] !== peers[parent];
  return !namesAnother;
};

/** The protocol and evidence of the call between a span and its parent's service. */
export const wayBetween = (
  { traits }: SpanWindow,
  parent: number,
  child: number,
): number => {
  const protocol = protocolOf(traits[child]);
  // A span that makes a call of its own speaks of that one's protocol.
  const isUnsaid = protocol === otherProtocol || isCalling(traits[child]);
  const evidence: CallEvidenceClass =
    isAnswering(traits[child]) && isAsking(traits[parent])
      ? 'paired'
      : 'parent-child';
  return wayOf(isUnsaid ? protocolOf(traits[parent]) : protocol, evidence);
};
