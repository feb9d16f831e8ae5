import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Labels } from '../client/engine/readAnswer';
import { WrittenSeries } from './remoteWrite';

const graph = 'traces_service_graph_request';
const bounds = [0.01, 0.1, 0.2, 0.4, 0.8, 1.6];

export type PretendCall = {
  /** `client`, `server`, and what else names the edge */
  ends: Labels;
  /** as the callee measured; 0 where nobody did */
  seconds: number;
  /** as the caller did */
  clientSeconds?: number;
  failed?: boolean;
};

type Counter = Required<Omit<WrittenSeries, 'histograms'>> & { value: number };

/** Counts calls as the Collector's connectors do, and is scraped now and then. */
export class PretendCollector {
  private readonly counters = new Map<string, Counter>();

  constructor(
    /** what Prometheus adds to all that it scrapes here */
    private readonly labels: Labels,
    private readonly prefix = '',
  ) {}

  /** A call between two, as the service graph counts it. */
  call({
    ends,
    seconds,
    clientSeconds = seconds,
    failed = false,
  }: PretendCall) {
    const labels = { ...ends, failed: String(failed) };
    this.count(`${graph}_total`, labels);
    if (failed) this.count(`${graph}_failed_total`, labels);
    this.observe(`${graph}_server_seconds`, labels, seconds);
    this.observe(`${graph}_client_seconds`, labels, clientSeconds);
  }

  observe(name: string, labels: Labels, value: number) {
    for (const bound of bounds) {
      const le = String(bound);
      this.count(`${name}_bucket`, { ...labels, le }, value <= bound ? 1 : 0);
    }
    this.count(`${name}_bucket`, { ...labels, le: '+Inf' });
    this.count(`${name}_count`, labels);
  }

  count(name: string, labels: Labels, by = 1) {
    const key = JSON.stringify([name, labels]);
    const counter = this.counters.get(key) ?? {
      name: this.prefix + name,
      labels: { ...this.labels, ...labels },
      samples: [],
      value: 0,
    };
    counter.value += by;
    this.counters.set(key, counter);
  }

  /** Prometheus comes by and reads all counters. */
  scrape(at: Instant) {
    for (const { samples, value } of this.counters.values()) {
      samples.push([at, value]);
    }
  }

  /** Everything that was counted is forgotten, but for what was scraped. */
  restart() {
    this.counters.forEach(counter => {
      counter.value = 0;
    });
  }

  /** What Prometheus has read since last asked. */
  take(): WrittenSeries[] {
    const read: WrittenSeries[] = [];
    for (const { name, labels, samples } of this.counters.values()) {
      if (samples.length > 0) {
        read.push({ name, labels, samples: samples.splice(0) });
      }
    }
    return read;
  }
}
