import type { CallEvidenceClass } from '@sightline/backstage-plugin-sightline-common';
import { spanKinds } from '../columns/SpanColumns';
import { CallTally } from '../counting/CallTally';
import { Losses } from '../counting/Losses';
import {
  hasFailed,
  holdsNestedCall,
  isToStore,
  kindOf,
  messagingProtocol,
  protocolOf,
  remoteParent,
  roleOf,
  roles,
  wasResent,
  wayOf,
} from '../describing/traits';
import { Answers } from './Answers';
import { isLayerOfACall, isLayerOfAnAnswer, wayBetween } from './callRules';
import { SpanWindow } from './SpanWindow';

export type SettlerOptions = {
  window: SpanWindow;
  answers: Answers;
  tally: CallTally;
  losses: Losses;
  /** the node of whoever calls untraced, in the environment of this node */
  outsideOf(node: number): number;
  /** the nodes that sent the messages a span links to, -1 where that is not known */
  sendersOf(position: number, isParentKnown: boolean): readonly number[];
};

/**
 * Decides what a span adds to which edge, once all that belongs to it had time
 * to arrive. Each side of a call speaks for itself and for nobody else:
 *
 * ```
 *   frontend            checkout             payments          postgresql
 *   [SERVER]──entry─▶
 *     └[CLIENT]···paired···▶[SERVER]
 *                             ├[CLIENT]···paired···▶[SERVER]
 *                             │   └ (sent again) ···▶[SERVER]
 *                             └[CLIENT]······client-only······▶ (says nothing)
 *
 *   edge                    calls, errors, latency       caller's view
 *   outside  → frontend     1 entry                      nobody's
 *   frontend → checkout     1 paired                     1
 *   checkout → payments     2 paired: two SERVER spans   1: one CLIENT span, 1 retry
 *   checkout → postgresql   1 client-only, by the caller's word
 * ```
 *
 * So the callee's spans are counted as calls even when several belong to one
 * span of the caller, and a caller's span that nobody answers is not lost.
 */
export class PairSettler {
  constructor(private readonly options: SettlerOptions) {}

  settle(position: number) {
    const { window, answers, losses } = this.options;
    const place = window.placeOf(position);
    answers.tellParent(place);
    const parent = window.parentOf(place);
    switch (roleOf(window.traits[place])) {
      case roles.callee:
        return this.settleCallee(place, parent);
      case roles.receiver:
        return this.settleReceiver(place, parent, position);
      case roles.caller:
        this.settleCrossing(place, parent);
        return this.settleCaller(place, parent, position);
      case roles.sender:
        this.settleCrossing(place, parent);
        return this.settleSender(place);
      case roles.none:
        return losses.add('spans about acknowledging messages: no calls');
      default:
        return this.settleStep(place, parent);
    }
  }

  private settleCallee(place: number, parent: number) {
    const { window, losses } = this.options;
    if (parent === -1) return this.fromOutside(place);
    if (window.nodes[parent] === window.nodes[place]) {
      return losses.add('spans of a service that called itself: collapsed');
    }
    return this.fromParent(place, parent);
  }

  /** Kinds were not said: two services that are parent and child call each other. */
  private settleStep(place: number, parent: number) {
    const { window } = this.options;
    if (parent !== -1) return this.settleCrossing(place, parent);
    const isRoot = !window.hasParent(place);
    const traits = window.traits[place];
    const unsaid = kindOf(traits) === spanKinds.unspecified;
    const isEntry = isRoot ? unsaid : (traits & remoteParent) === remoteParent;
    return isEntry ? this.fromOutside(place) : undefined;
  }

  private settleCrossing(place: number, parent: number) {
    const { nodes } = this.options.window;
    if (parent === -1 || nodes[parent] === nodes[place]) return;
    this.fromParent(place, parent);
  }

  private settleCaller(place: number, parent: number, position: number) {
    const { window, answers, losses } = this.options;
    const traits = window.traits[place];
    if (window.answers[place] > 0) return this.settleAnswered(place);
    const isAroundAnother = (traits & holdsNestedCall) !== 0;
    if (
      isLayerOfACall(window, place, parent, isAroundAnother) ||
      (isLayerOfAnAnswer(window, place, parent) &&
        answers.isAnswered(position, parent))
    ) {
      return losses.add(
        'spans around another span of the same call: collapsed',
      );
    }
    const row = this.toPeer(place, wayOf(protocolOf(traits), 'client-only'));
    return wasResent(traits) ? this.options.tally.retried(row, 1) : undefined;
  }

  /** The caller's view of calls that are counted where they were answered. */
  private settleAnswered(place: number) {
    const { window, tally, losses } = this.options;
    const node = window.nodes[place];
    if (window.answerNodes[place] === node) {
      return losses.add('spans of a service that called itself: collapsed');
    }
    const row = tally.row(
      node,
      window.answerNodes[place],
      window.answerOperations[place],
      window.answerWays[place],
      window.ends[place],
    );
    const traits = window.traits[place];
    const again = window.answers[place] - 1 + (wasResent(traits) ? 1 : 0);
    const isSync = protocolOf(traits) !== messagingProtocol;
    if (again > 0 && isSync) tally.retried(row, again);
    return tally.callerTells(row, window.durations[place], hasFailed(traits));
  }

  private settleSender(place: number) {
    const { window } = this.options;
    const toQueue = isToStore(window.traits[place]);
    if (!toQueue && window.answers[place] > 0) {
      return this.settleAnswered(place);
    }
    const evidence = toQueue ? 'destination' : 'client-only';
    return this.toPeer(place, wayOf(messagingProtocol, evidence));
  }

  /**
   * A message is seen twice, as `queue → service` and as `sender → service`, and
   * the second is known by the parent or by links, one for each message of a batch.
   */
  private settleReceiver(place: number, parent: number, position: number) {
    const { window, losses } = this.options;
    const node = window.nodes[place];
    const fromQueue = isToStore(window.traits[place]);
    if (fromQueue) {
      const way = wayOf(messagingProtocol, 'destination');
      this.answered(place, window.peers[place], way);
    }
    this.settleCrossing(place, parent);
    const senders = this.options.sendersOf(position, parent !== -1);
    for (const linked of senders) {
      if (linked === -1) losses.add('links to messages that nobody sent here');
      else if (linked !== node) {
        this.answered(place, linked, wayOf(messagingProtocol, 'link'));
      }
    }
    const isReceiver = kindOf(window.traits[place]) === spanKinds.consumer;
    if (!fromQueue && parent === -1 && senders.length === 0 && isReceiver) {
      this.fromOutside(place);
    }
  }

  private fromOutside(place: number) {
    const { window } = this.options;
    const evidence: CallEvidenceClass = window.hasParent(place)
      ? 'server-only'
      : 'entry';
    this.answered(
      place,
      this.options.outsideOf(window.nodes[place]),
      wayOf(protocolOf(window.traits[place]), evidence),
    );
  }

  private fromParent(place: number, parent: number) {
    const { window } = this.options;
    const way = wayBetween(window, parent, place);
    this.answered(place, window.nodes[parent], way);
  }

  /** Counts a call to the span's own service. */
  private answered(place: number, caller: number, way: number) {
    const { window, tally } = this.options;
    const { nodes, operations, ends } = window;
    const row = tally.row(
      caller,
      nodes[place],
      operations[place],
      way,
      ends[place],
    );
    tally.calls(row, window, place);
  }

  /** Counts a call by the word of the one who made it. */
  private toPeer(place: number, way: number): number {
    const { window, tally } = this.options;
    const { nodes, peers, operations, ends } = window;
    const row = tally.row(
      nodes[place],
      peers[place],
      operations[place],
      way,
      ends[place],
    );
    tally.calls(row, window, place);
    return row;
  }
}
