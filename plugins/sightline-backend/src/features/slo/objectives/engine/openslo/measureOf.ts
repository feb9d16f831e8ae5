import type { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader } from './DocumentReader';
import { ObjectIndex } from './objects';
import { adviceOnWindow, withWindow } from './queries';
import { dataSourceSpec, metric, objective, sliSpec } from './schema';

type Metric = z.infer<typeof metric>;
type RatioMetric = NonNullable<z.infer<typeof sliSpec>['ratioMetric']>;
type SaidObjective = z.infer<typeof objective>;

/** What an SLI comes to: the questions, with labels for people, and whom to ask. */
export type SliReading = {
  queries: { label: string; query: string }[];
  /** of one of the SLO's objectives */
  measure(of: SaidObjective): Indicator | undefined;
  isThreshold: boolean;
  countsBad: boolean;
  source?: string;
};

export type SliContext = {
  reader: DocumentReader;
  index: ObjectIndex;
  file: string;
};

/** They all answer PromQL at the same address. */
const types = ['prometheus', 'mimir', 'thanos', 'cortex', 'victoriametrics'];

/** Names the source in Sightline that a DataSource is. */
const sourceAnnotation = 'sightline.dev/source';

const checkType = (said: string, at: Path, reader: DocumentReader) => {
  if (!types.includes(said.toLowerCase())) {
    reader.problem(
      at,
      `type is ${said}, which cannot be asked here; write Prometheus (or what answers like it: Mimir, Thanos, Cortex, VictoriaMetrics)`,
    );
  }
};

/** The id of the source to ask; undefined for any that can. */
const sourceOf = (
  { metricSourceRef, type }: Metric['metricSource'],
  at: Path,
  { reader, index, file }: SliContext,
): string | undefined => {
  if (type !== undefined) checkType(type, [...at, 'type'], reader);
  if (metricSourceRef === undefined) {
    return undefined;
  }
  const found = index.find('DataSource', metricSourceRef, file);
  if (!('object' in found)) {
    // Most write the name of a server here, and no DataSource for it.
    return `prometheus:${metricSourceRef}`;
  }
  const { spec, metadata } = found.object;
  const read = dataSourceSpec.safeParse(spec);
  if (read.success) {
    checkType(read.data.type, [...at, 'metricSourceRef'], reader);
  }
  const said = metadata.annotations?.[sourceAnnotation];
  return typeof said === 'string' ? said : `prometheus:${metricSourceRef}`;
};

const queryOf = (
  said: Metric,
  at: Path,
  context: SliContext & { countsEvents: boolean },
): { query: string; source?: string } | undefined => {
  const { reader, countsEvents } = context;
  const within = [...at, 'metricSource'];
  const { query, promql } = said.metricSource.spec;
  const key = query === undefined && promql !== undefined ? 'promql' : 'query';
  const text = query ?? promql;
  const place = [...within, 'spec', key];
  if (typeof text !== 'string' || text.trim() === '') {
    reader.problem(
      place,
      `${key} is missing; write a PromQL query, such as sum(increase(http_requests_total[$window]))`,
    );
    return undefined;
  }
  const source = sourceOf(said.metricSource, within, context);
  const asked = withWindow(text);
  const advice = countsEvents ? adviceOnWindow(asked) : undefined;
  if (advice) reader.problem(place, `${key} ${advice}`);
  return { query: asked, ...(source !== undefined && { source }) };
};

const ratioParts = ['good', 'bad', 'total', 'raw'] as const;

/** What is wrong with the parts of a ratio taken together. */
const adviceOnRatio = (said: RatioMetric): string | undefined => {
  const { good, bad, total, raw, rawType } = said;
  if (raw) {
    if (good || bad || total) {
      return 'has raw and good, bad or total; leave either out';
    }
    return rawType
      ? undefined
      : 'has raw and no rawType; write rawType: success or failure';
  }
  if (good && bad) return 'has good and bad; leave one of them out';
  if (!good && !bad) return 'has neither good nor bad; write one of them';
  return total ? undefined : 'has no total; write one, or raw with a rawType';
};

const readRatio = (
  said: RatioMetric,
  at: Path,
  context: SliContext,
): SliReading | undefined => {
  const advice = adviceOnRatio(said);
  if (advice) {
    context.reader.problem(at, `ratioMetric ${advice}`);
    return undefined;
  }
  const asked = new Map<string, string>();
  let source: string | undefined;
  for (const part of ratioParts) {
    const metricSaid = said[part];
    const read =
      metricSaid &&
      queryOf(metricSaid, [...at, part], {
        ...context,
        countsEvents: part !== 'raw',
      });
    if (read) asked.set(part, read.query);
    source ??= read?.source;
  }
  const indicator = ratioIndicator(said, asked);
  return {
    queries: [...asked].map(([label, query]) => ({ label, query })),
    measure: () => indicator,
    isThreshold: false,
    countsBad: said.bad !== undefined || said.rawType === 'failure',
    ...(source !== undefined && { source }),
  };
};

const ratioIndicator = (
  { rawType }: RatioMetric,
  asked: ReadonlyMap<string, string>,
): Indicator | undefined => {
  const [good, bad, total, raw] = ratioParts.map(part => asked.get(part));
  if (raw !== undefined) {
    const of = rawType === 'failure' ? ('bad' as const) : ('good' as const);
    return { by: 'ratio', query: raw, of };
  }
  if (total === undefined) {
    return undefined;
  }
  if (good !== undefined) return { by: 'events', good, total };
  return bad === undefined ? undefined : { by: 'events', bad, total };
};

const readThreshold = (
  said: Metric,
  at: Path,
  context: SliContext,
): SliReading | undefined => {
  const read = queryOf(said, at, { ...context, countsEvents: false });
  if (!read) {
    return undefined;
  }
  const { query, source } = read;
  return {
    queries: [{ label: 'value', query }],
    measure: ({ op, value }) =>
      op === undefined || value === undefined
        ? undefined
        : { by: 'threshold', query, op, value },
    isThreshold: true,
    countsBad: false,
    ...(source !== undefined && { source }),
  };
};

/** Reads what an SLI asks for; `at` is where its spec is in the document. */
export const readSli = (
  spec: unknown,
  at: Path,
  context: SliContext,
): SliReading | undefined => {
  const { reader } = context;
  const said = reader.part(sliSpec, spec, at);
  if (!said) {
    return undefined;
  }
  const { ratioMetric, thresholdMetric } = said;
  if (ratioMetric && thresholdMetric) {
    reader.problem(
      [...at, 'thresholdMetric'],
      'thresholdMetric stands beside a ratioMetric; leave one of them out',
    );
    return undefined;
  }
  if (ratioMetric) {
    return readRatio(ratioMetric, [...at, 'ratioMetric'], context);
  }
  if (thresholdMetric) {
    return readThreshold(thresholdMetric, [...at, 'thresholdMetric'], context);
  }
  reader.problem(
    at,
    'The indicator has neither ratioMetric nor thresholdMetric; write one of them',
  );
  return undefined;
};
