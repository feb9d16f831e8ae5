import { templateName } from '../engine/describing/templateName';
import { ToldSpan } from './ToldSpan';

export type Call = {
  span: ToldSpan;
  /** who began the journey */
  caller?: string;
  label: string;
  isAsync: boolean;
  below: Call[];
};

const noneBelow: Call[] = [];

const protocolOf = (span: ToldSpan) => {
  if (span.peerKind === 'datastore') return 'database';
  const isMessage = ['producer', 'consumer'].includes(span.kind);
  return isMessage || span.peerKind === 'queue' ? 'messaging' : 'other';
};

const isReceiver = ({ kind, verb }: ToldSpan) =>
  kind === 'consumer' || (kind === 'client' && verb === 'receive');
const isSender = (span: ToldSpan) =>
  span.kind === 'producer' ||
  (span.kind === 'client' && span.peerKind === 'queue' && !span.verb);
const isAcknowledging = ({ kind, verb }: ToldSpan) =>
  kind === 'client' && verb === 'settle';
const isCaller = (span: ToldSpan) =>
  span.kind === 'client' &&
  !isSender(span) &&
  !isReceiver(span) &&
  !isAcknowledging(span);
const knowsStore = ({ peer, peerKind }: ToldSpan) =>
  peerKind !== undefined && peer !== '';
const isFromTopic = (span: ToldSpan) => isReceiver(span) && knowsStore(span);

const peerOf = ({ peer, peerKind }: ToldSpan) =>
  peer === '' ? 'unnamed' : `${peerKind ?? 'external'}:${peer}`;

const begins = (span: ToldSpan, isRoot: boolean) => {
  if (isReceiver(span)) {
    return isFromTopic(span) || (isRoot && span.kind === 'consumer');
  }
  const byItself = ['server', 'internal', 'unspecified'].includes(span.kind);
  return isRoot && byItself;
};

const operationOf = (span: ToldSpan) => {
  if (protocolOf(span) !== 'messaging' || span.peer === '') {
    return templateName(span.name);
  }
  return span.kind === 'client'
    ? `${span.verb ?? 'send'} ${span.peer}`
    : span.peer;
};

class Tree {
  constructor(private readonly trace: ToldSpan[]) {}

  parent(span: ToldSpan) {
    return this.trace.find(one => one.spanId === span.parentId);
  }

  callee(span: ToldSpan, protocol: string): Call {
    const isAsync = isReceiver(span) || protocol === 'messaging';
    const said = isReceiver(span) ? 'messaging' : protocol;
    return {
      span,
      isAsync,
      label: `${span.service} ${operationOf(span)} ${said} ${mode(isAsync)}`,
      below: this.callsUnder(span),
    };
  }

  /** What was called under a span, within its service. */
  callsUnder(span: ToldSpan): Call[] {
    return [
      ...this.ownCall(span),
      ...this.children(span).flatMap(child =>
        this.wasCalled(child, span)
          ? [this.callee(child, protocolBetween(span, child))]
          : this.callsUnder(child),
      ),
    ];
  }

  private children({ spanId }: ToldSpan) {
    return this.trace.filter(one => one.parentId === spanId);
  }

  private wasCalled(child: ToldSpan, by: ToldSpan) {
    if (isAcknowledging(child)) return false;
    return child.service !== by.service || (isReceiver(child) && isSender(by));
  }

  private ownCall(span: ToldSpan): Call[] {
    if (!isSender(span) && !isCaller(span)) return [];
    const isAnswered = this.isAnswered(span);
    const isTold = isSender(span)
      ? isAnswered && !knowsStore(span)
      : isAnswered || this.isOneLayerOfMany(span);
    if (isTold) return [];
    const isAsync = protocolOf(span) === 'messaging';
    const rest = `${protocolOf(span)} ${mode(isAsync)}`;
    const label = `${peerOf(span)} ${operationOf(span)} ${rest}`;
    return [{ span, isAsync, label, below: noneBelow }];
  }

  private isAnswered(span: ToldSpan) {
    return this.children(span).some(
      child =>
        child.kind === 'server' ||
        isReceiver(child) ||
        child.service !== span.service,
    );
  }

  private isOneLayerOfMany(span: ToldSpan) {
    const holdsAnother = this.children(span).some(
      child => isCaller(child) || isSender(child),
    );
    if (holdsAnother && !knowsStore(span)) return true;
    const parent = this.parent(span);
    if (!parent || parent.service !== span.service) return false;
    const isCalling = isCaller(parent) || isSender(parent);
    const isToAnother =
      span.peer !== '' && parent.peer !== '' && !isSamePeer(span, parent);
    if (isCalling && this.isAnswered(parent) && !knowsStore(span)) {
      if (!isToAnother) return true;
    }
    const isAroundIt = isCalling && knowsStore(parent);
    return isAroundIt && (!knowsStore(span) || isSamePeer(span, parent));
  }
}

const isSamePeer = (a: ToldSpan, b: ToldSpan) =>
  a.peer === b.peer && a.peerKind === b.peerKind;

const mode = (isAsync: boolean) => (isAsync ? 'async' : 'sync');

const protocolBetween = (parent: ToldSpan, child: ToldSpan) => {
  const speaksOfItsOwnCall = isCaller(child) || isSender(child);
  const own = protocolOf(child);
  return own === 'other' || speaksOfItsOwnCall ? protocolOf(parent) : own;
};

/** The journeys of one trace, and what is in none. */
export const readTrace = (trace: ToldSpan[]) => {
  const found = { journeys: [] as Call[], strays: 0, orphans: 0, roots: 0 };
  const tree = new Tree(trace);
  for (const span of trace.filter(one => !tree.parent(one))) {
    const isRoot = span.parentId === '';
    if (isRoot) found.roots += 1;
    if (begins(span, isRoot)) {
      const caller = isFromTopic(span) ? peerOf(span) : 'outside';
      found.journeys.push({ ...tree.callee(span, protocolOf(span)), caller });
    } else if (!isRoot) {
      found.orphans += 1;
    } else {
      for (const call of tree.callsUnder(span)) {
        const begun = call.below === noneBelow ? undefined : call;
        const from = tree.parent(call.span)?.service;
        const caller = isFromTopic(call.span) ? peerOf(call.span) : from;
        if (begun) found.journeys.push({ ...begun, caller });
        else found.strays += 1;
      }
    }
  }
  return found;
};
