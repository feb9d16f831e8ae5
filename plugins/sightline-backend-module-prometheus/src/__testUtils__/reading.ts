import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import {
  CallsReport,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { CallsSettings } from '../calls/callParts';

/** The settings that an empty configuration gives. */
export const usualSettings: CallsSettings = {
  settle: 30_000,
  catchUp: 900_000,
  gap: 600_000,
  environment: '',
  matchers: [],
};

export const reportsOf = (answer: Outcome<SourceReport>): CallsReport[] => {
  if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
  return [answer.value.calls ?? []].flat();
};

/** Keeps reports as the store does: of one writer each number once, in their order. */
export class Keeper {
  readonly kept: CallsReport[] = [];
  private readonly last = new Map<string, number>();

  keep(answer: Outcome<SourceReport>) {
    for (const report of reportsOf(answer)) {
      const { writer, sequence } = report;
      if (sequence <= (this.last.get(writer) ?? -1)) continue;
      this.last.set(writer, sequence);
      this.kept.push(report);
    }
  }
}

const nodeInWords = ({ kind, environment, namespace, name }: CallNode) =>
  [kind, environment, namespace, name].filter(Boolean).join(' ');

export type ToldEdge = {
  edge: string;
  at: string;
  calls: number;
  errors: number;
  latency: number[];
};

/** Edges with the names of their ends, in the order of the minutes. */
export const edgesInWords = (reports: readonly CallsReport[]): ToldEdge[] =>
  reports
    .flatMap(({ nodes, edges }) =>
      edges.map(edge => ({
        edge: [
          nodeInWords(nodes[edge.caller]),
          edge.mode === 'async' ? '~>' : '->',
          nodeInWords(nodes[edge.callee]),
          edge.operation && `(${edge.operation})`,
          edge.protocol,
        ]
          .filter(Boolean)
          .join(' '),
        at: timeOf(edge.minute),
        calls: edge.calls,
        errors: edge.errors,
        latency: edge.latency,
      })),
    )
    .sort((a, b) => (a.at + a.edge < b.at + b.edge ? -1 : 1));

const timeOf = (at: Instant) => new Date(at).toISOString().slice(11, 16);

/** Calls by edge, all minutes together. */
export const callsByEdge = (reports: readonly CallsReport[]) => {
  const sums: Record<string, number> = {};
  for (const { edge, calls } of edgesInWords(reports)) {
    sums[edge] = (sums[edge] ?? 0) + calls;
  }
  return sums;
};
