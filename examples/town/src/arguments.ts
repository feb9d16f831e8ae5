import { parseArgs } from 'node:util';

export type TownOptions = {
  endpoint: string;
  token: string | undefined;
  /** how much of the customers' traffic, 1 as in the truth */
  rate: number;
  seed: string;
  /** where it keeps what it has told, and can be found by others */
  home: string | undefined;
  backfillMs: number;
  /** ends by itself after so long in the present */
  durationMs: number | undefined;
  /** where it answers like Prometheus; nowhere when it is not said */
  prometheusPort: number | undefined;
  /** where it answers like a Pact Broker */
  pactPort: number | undefined;
  /** where it answers like its clusters; who asks there must show the token, if there is one */
  kubernetesPort: number | undefined;
  kubernetesToken: string | undefined;
  /** writes its metrics into a file; instead of living, if nobody can ask for more */
  metricsFile: MetricsFile | undefined;
} & Wish;

export type MetricsFile = {
  file: string;
  /** back from now */
  historyMs: number;
  /** which of the series */
  match: string;
};

/** What somebody wants to go wrong. */
export type Wish = {
  incidents: string[];
  /** a minute after the start, or at once where a town lives already */
  incidentAfterMs: number | undefined;
  /** as long as the incident says itself */
  incidentForMs: number | undefined;
};

export const DEFAULT_ENDPOINT =
  'http://localhost:7007/api/sightline/otlp/v1/traces';

/** A mistake on the command line, in words for the person who made it. */
export class UsageError extends Error {}

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

function readDuration(name: string, text: string): number {
  const [, sign, number, unit] =
    /^(-?)(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  if (!unit) {
    throw new UsageError(`--${name} is "${text}": say 30s, 10m or 2h.`);
  }
  return Number(number) * UNITS[unit] * (sign ? -1 : 1);
}

function readPast(name: string, text: string): number {
  const ms = readDuration(name, text);
  if (ms < 0)
    throw new UsageError(`--${name} is "${text}": leave out the "-".`);
  return ms;
}

function readRate(text: string): number {
  const rate = Number(text);
  if (rate >= 0.1 && rate <= 10) return rate;
  throw new UsageError(`--rate is "${text}": a number from 0.1 to 10.`);
}

function readEndpoint(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new UsageError(`--endpoint is "${text}", which is no http(s) URL.`);
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new UsageError(`--${name} is "${text}", which is no port.`);
}

function readDays(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= 40) return days * 86_400_000;
  throw new UsageError(`--days is "${text}": a number up to 40.`);
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: argv,
      options: {
        endpoint: { ...text, default: DEFAULT_ENDPOINT },
        token: text,
        rate: { ...text, default: '1' },
        seed: { ...text, default: 'harbour' },
        home: text,
        backfill: { ...text, default: '0s' },
        duration: text,
        incident: { ...text, multiple: true, default: [] },
        'incident-after': text,
        'incident-for': text,
        'prometheus-port': text,
        'pact-port': text,
        'kubernetes-port': text,
        'kubernetes-token': text,
        openmetrics: text,
        days: { ...text, default: '1' },
        match: { ...text, default: '{__name__=~".+"}' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** 'help' when somebody asks for it. */
export function readArguments(
  argv: string[],
  env: Record<string, string | undefined>,
): TownOptions | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  const optional = (
    name: 'duration' | 'incident-for' | 'incident-after',
    read = readPast,
  ) => {
    const value = values[name];
    return value === undefined ? undefined : read(name, value);
  };
  const port = (name: `${'prometheus' | 'pact' | 'kubernetes'}-port`) => {
    const value = values[name];
    return value === undefined ? undefined : readPort(name, value);
  };
  const { openmetrics: file, days, match } = values;
  return {
    endpoint: readEndpoint(values.endpoint),
    token: values.token ?? env.TOWN_TOKEN,
    rate: readRate(values.rate),
    seed: values.seed,
    home: values.home,
    backfillMs: readPast('backfill', values.backfill),
    durationMs: optional('duration'),
    prometheusPort: port('prometheus-port'),
    pactPort: port('pact-port'),
    kubernetesPort: port('kubernetes-port'),
    kubernetesToken: values['kubernetes-token'] ?? env.TOWN_KUBERNETES_TOKEN,
    metricsFile:
      file === undefined
        ? undefined
        : { file, historyMs: readDays(days), match },
    incidents: values.incident,
    incidentAfterMs: optional('incident-after', readDuration),
    incidentForMs: optional('incident-for'),
  };
}
