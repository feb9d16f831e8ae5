import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  Outcome,
  SeenWorkload,
  SourceReport,
  WorkloadsReport,
} from '@sightline/backstage-plugin-sightline-node';
import { ClusterConfig } from '../clusters/ClusterConfig';
import { createClusterSource } from '../watching/createClusterSource';
import { Timing } from '../watching/Timing';
import { FakeApiServer } from './FakeApiServer';

/** Nothing waits for longer than a test can. */
export const quick: Partial<Timing> = {
  ...{ firstWait: 5, mostWait: 40, gather: 5 },
  ...{ silence: 30_000, streamSilence: 60_000, lookAgain: 60_000 },
};

/** Resolves when something came true; rejects after a long while. */
export const eventually = async (isTrue: () => boolean): Promise<void> => {
  for (const end = Date.now() + 30_000; !isTrue(); ) {
    if (Date.now() > end) throw new Error(`It never came true: ${isTrue}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
};

/** Watches a cluster, and keeps what a reader would know. */
export const watchCluster = (
  server: FakeApiServer,
  options: {
    name?: string;
    timing?: Partial<Timing>;
    token?: string;
    tls?: Partial<ClusterConfig>;
  } = {},
) => {
  const { name = 'eu', timing = {}, token = server.token } = options;
  const abort = new AbortController();
  const known = new Map<string, SeenWorkload>();
  const names = new Map<string, OutsideName>();
  const reports: WorkloadsReport[] = [];
  const losses = new Map<string, number>();
  const state = { calls: 0, ended: undefined as Outcome<void> | undefined };
  const lost = (cause: string, count: number) => {
    losses.set(cause, (losses.get(cause) ?? 0) + count);
  };
  const accept = async ({
    workloads: report,
    names: told = [],
  }: SourceReport) => {
    told.forEach(one => names.set(`${one.namespace}/${one.name}`, one));
    if (!report) return;
    reports.push(report);
    const key = (one: SeenWorkload['key']) =>
      `${one.kind}/${one.namespace}/${one.name}`;
    if (report.whole) known.clear();
    report.workloads.forEach(one => known.set(key(one.key), one));
    report.removed.forEach(one => known.delete(key(one)));
  };
  const evidence = () => ({
    source: `kubernetes:${name}`,
    observedAt: '2026-11-21T12:00:00Z',
    validFor: 600_000,
  });
  const context: AskContext = {
    ...{ signal: abort.signal, deadline: 8.64e15, lost, evidence },
    countCall: () => {
      state.calls += 1;
    },
  };
  const source = createClusterSource({
    ...{ id: `kubernetes:${name}`, timing: { ...quick, ...timing } },
    cluster: {
      name,
      url: server.url,
      credentials: { kind: 'token', token },
      skipTlsVerify: false,
      ...options.tls,
    },
  });
  const ending = source.watch({ accept, lost, evidence }, context).then(end => {
    state.ended = end;
    return end;
  });
  return {
    ...{ known, names, reports, losses, state, ending },
    stop: () => {
      abort.abort();
      return ending;
    },
  };
};
