import { spanKinds } from '../columns/SpanColumns';
import {
  isToStore,
  kindOf,
  messagingProtocol,
  protocolOf,
  roleOf,
  roles,
  wayOf,
} from '../describing/traits';
import {
  isLayerOfACall,
  isLayerOfAnAnswer,
  relationOf,
  relations,
  wayBetween,
} from '../pairing/callRules';
import { SpanWindow } from '../pairing/SpanWindow';
import { noSpan, TraceTree } from './TraceTree';

/** The span tells of no call that somebody else would not tell better. */
export const noCall = -1;

/** A trace as a tree of calls: the rules by which edges are counted, with all spans in hand. */
export class TraceCalls {
  constructor(
    private readonly window: SpanWindow,
    private readonly trace: TraceTree,
  ) {}

  /** A request, a job that nobody called, or a message whose sender is not in the trace. */
  isBeginning(span: number): boolean {
    const { trace, window } = this;
    const traits = window.traits[trace.places[span]];
    const isRoot = trace.parents[span] === noSpan;
    switch (roleOf(traits)) {
      case roles.callee:
      case roles.step:
        return isRoot;
      case roles.receiver:
        if (isToStore(traits)) return true;
        return isRoot && kindOf(traits) === spanKinds.consumer;
      default:
        return false;
    }
  }

  /** Whether another service called it, its parent being known, or a message came. */
  isCalled(span: number): boolean {
    const { nodes, traits } = this.window;
    const { places, parents } = this.trace;
    const place = places[span];
    const parent = places[parents[span]];
    const role = roleOf(traits[place]);
    if (role === roles.none) return false;
    if (nodes[place] !== nodes[parent]) return true;
    return role === roles.receiver && roleOf(traits[parent]) === roles.sender;
  }

  /** How it was called. */
  wayTo(span: number): number {
    const { window } = this;
    const { places, parents } = this.trace;
    const traits = window.traits[places[span]];
    if (roleOf(traits) === roles.receiver) {
      return wayOf(messagingProtocol, 'paired');
    }
    return parents[span] < 0
      ? wayOf(protocolOf(traits), 'entry')
      : wayBetween(window, places[parents[span]], places[span]);
  }

  /** How it calls somebody who says nothing of it, or `noCall`. */
  wayOfOwnCall(span: number): number {
    const traits = this.window.traits[this.trace.places[span]];
    switch (roleOf(traits)) {
      case roles.sender:
        return isToStore(traits) || !this.has(span, relations.answers)
          ? wayOf(messagingProtocol, 'client-only')
          : noCall;
      case roles.caller:
        return this.has(span, relations.answers) || this.isLayer(span)
          ? noCall
          : wayOf(protocolOf(traits), 'client-only');
      default:
        return noCall;
    }
  }

  private isLayer(span: number): boolean {
    const { window } = this;
    const { places, parents } = this.trace;
    const place = places[span];
    const parent = parents[span] < 0 ? noSpan : places[parents[span]];
    const isAroundAnother = this.has(span, relations.nests);
    return (
      isLayerOfACall(window, place, parent, isAroundAnother) ||
      (isLayerOfAnAnswer(window, place, parent) &&
        this.has(parents[span], relations.answers))
    );
  }

  private has(span: number, relation: number): boolean {
    const { places, firstChildren, siblings } = this.trace;
    for (
      let child = firstChildren[span];
      child !== noSpan;
      child = siblings[child]
    ) {
      if (relationOf(this.window, places[child], places[span]) === relation) {
        return true;
      }
    }
    return false;
  }
}
