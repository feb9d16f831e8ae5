import type { CallEvidenceClass } from '@sightline/backstage-plugin-sightline-common';
import { CallTally } from '../counting/CallTally';
import {
  hasFailed,
  holdsNestedCall,
  isToStore,
  kindOf,
  knownToParent,
  messagingProtocol,
  otherProtocol,
  protocolOf,
  remoteParent,
  roleOf,
  roles,
  wasResent,
  wayOf,
} from '../describing/traits';
import { spanKinds } from '../columns/SpanColumns';
import { Losses } from '../counting/Losses';
import { SpanWindow } from './SpanWindow';

export type SettlerOptions = {
  window: SpanWindow;
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
 *
 * What a span must know of later ones is told to it by them (`tellParent`): when
 * they arrive, or when they are settled themselves, which is before their parent
 * is if they came first. Both look at a window that reaches as far back as ahead,
 * so the order in which spans arrive within it makes no difference.
 */
export class PairSettler {
  constructor(private readonly options: SettlerOptions) {}

  /** Lets a caller's span know who answered it, or that it merely wraps another call. */
  tellParent(place: number) {
    const { window } = this.options;
    const { traits } = window;
    if ((traits[place] & knownToParent) !== 0) return;
    const parent = window.parentOf(place);
    if (parent === -1) return;
    const kind = kindOf(traits[parent]);
    if (kind !== spanKinds.client && kind !== spanKinds.producer) return;
    traits[place] |= knownToParent;

    const role = roleOf(traits[place]);
    const answers = role === roles.callee || role === roles.receiver;
    if (answers || window.nodes[place] !== window.nodes[parent]) {
      this.noteAnswer(place, parent);
    } else if (role === roles.caller || role === roles.sender) {
      traits[parent] |= holdsNestedCall;
    }
  }

  settle(position: number) {
    const { window, losses } = this.options;
    const place = window.placeOf(position);
    this.tellParent(place);
    const parent = window.parentOf(place);
    switch (roleOf(window.traits[place])) {
      case roles.callee:
        return this.settleCallee(place, parent);
      case roles.receiver:
        return this.settleReceiver(place, parent, position);
      case roles.caller:
        this.settleCrossing(place, parent);
        return this.settleCaller(place, parent);
      case roles.sender:
        this.settleCrossing(place, parent);
        return this.settleSender(place);
      case roles.none:
        return losses.add('spans about acknowledging messages: no calls');
      default:
        return this.settleStep(place, parent);
    }
  }

  /** Of several answers the one with the smallest id stands for all, in whatever order they came. */
  private noteAnswer(place: number, parent: number) {
    const { window } = this.options;
    const rank = window.ids[place * 8 + 5];
    const isFirst = window.answers[parent] === 0;
    window.answers[parent] += 1;
    if (!isFirst && rank >= window.answerRanks[parent]) return;
    window.answerRanks[parent] = rank;
    window.answerNodes[parent] = window.nodes[place];
    window.answerOperations[parent] = window.operations[place];
    window.answerWays[parent] = this.wayBetween(parent, place);
  }

  private settleCallee(place: number, parent: number) {
    const { window, losses } = this.options;
    if (parent === -1) return this.fromOutside(place);
    if (window.nodes[parent] === window.nodes[place]) {
      return losses.add('spans of a service that called itself: collapsed');
    }
    return this.answered(
      place,
      window.nodes[parent],
      this.wayBetween(parent, place),
    );
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
    const { window } = this.options;
    if (parent === -1 || window.nodes[parent] === window.nodes[place]) return;
    this.answered(place, window.nodes[parent], this.wayBetween(parent, place));
  }

  private settleCaller(place: number, parent: number) {
    const { window, tally, losses } = this.options;
    const traits = window.traits[place];
    const node = window.nodes[place];
    if (window.answers[place] > 0) return this.settleAnswered(place);
    const wraps = (traits & holdsNestedCall) !== 0 && !isToStore(traits);
    const isWrapped =
      parent !== -1 &&
      window.nodes[parent] === node &&
      isToStore(window.traits[parent]) &&
      !isToStore(traits);
    if (wraps || isWrapped) {
      return losses.add(
        'spans around another span of the same call: collapsed',
      );
    }
    const row = tally.row(
      node,
      window.peers[place],
      window.operations[place],
      wayOf(protocolOf(traits), 'client-only'),
      window.ends[place],
    );
    if (wasResent(traits)) tally.retried(row, 1);
    return this.calls(row, place);
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
    const { window, tally } = this.options;
    const toQueue = isToStore(window.traits[place]);
    if (!toQueue && window.answers[place] > 0) {
      return this.settleAnswered(place);
    }
    const row = tally.row(
      window.nodes[place],
      window.peers[place],
      window.operations[place],
      wayOf(messagingProtocol, toQueue ? 'destination' : 'client-only'),
      window.ends[place],
    );
    return this.calls(row, place);
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
      this.answered(
        place,
        window.peers[place],
        wayOf(messagingProtocol, 'destination'),
      );
    }
    const sender = parent === -1 ? node : window.nodes[parent];
    if (sender !== node) {
      this.answered(place, sender, this.wayBetween(parent, place));
    }
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

  /** Counts a call to the span's own service. */
  private answered(place: number, caller: number, way: number) {
    const { window, tally } = this.options;
    const row = tally.row(
      caller,
      window.nodes[place],
      window.operations[place],
      way,
      window.ends[place],
    );
    this.calls(row, place);
  }

  private calls(row: number, place: number) {
    const { window, tally } = this.options;
    tally.calls(row, window, place);
  }

  private wayBetween(parent: number, child: number): number {
    const { traits } = this.options.window;
    const role = roleOf(traits[child]);
    const answers = role === roles.callee || role === roles.receiver;
    const kind = kindOf(traits[parent]);
    const asked = kind === spanKinds.client || kind === spanKinds.producer;
    const protocol = protocolOf(traits[child]);
    // A span that makes a call of its own speaks of that one's protocol.
    const said = role === roles.caller || role === roles.sender;
    return wayOf(
      protocol === otherProtocol || said
        ? protocolOf(traits[parent])
        : protocol,
      answers && asked ? 'paired' : 'parent-child',
    );
  }
}
