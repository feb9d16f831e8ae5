import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  askJson,
  ok,
  Outcome,
  TlsTexts,
} from '@sightline/backstage-plugin-sightline-node';
import { EvaluationRange, joinPieces, rangePieces } from './engine/rangePieces';
import {
  Answered,
  eachSeries,
  explainRefusal,
  readEnvelope,
  readSeries,
  readTexts,
  Series,
} from './engine/readAnswer';
import { parseInPieces } from './engine/parseInPieces';
import { Matcher, selectorOf } from './engine/selectors';

/** Where a Prometheus is, or something that answers like one. */
export type PrometheusServer = {
  /** up to `/api/v1`, without a slash at its end */
  url: string;
  /** tenant, credentials, and what proxies want besides */
  headers: Record<string, string>;
  tls?: TlsTexts;
};

/**
 * Asks one server. Warnings, with which a server says that its answer is not
 * complete, become notes. Every question names its moment: views that ask twice
 * ask about the same one.
 */
export interface PrometheusClient {
  query(
    expression: string,
    at: Instant,
    context: AskContext,
  ): Promise<Outcome<Answered<Series[]>>>;
  /** The same, of which no more is kept than what `read` makes of it. */
  read<T>(
    question: { expression: string; at: Instant },
    context: AskContext,
    read: (series: Iterable<Series>) => T,
  ): Promise<Outcome<Answered<T>>>;
  /** In as many questions as the server's limit of points needs. */
  queryRange(
    expression: string,
    range: EvaluationRange,
    context: AskContext,
  ): Promise<Outcome<Answered<Series[]>>>;
  /** Values that a label had on series that match: answered from the index. */
  labelValues(
    label: string,
    among: { matchers: readonly Matcher[]; from: Instant; to: Instant },
    context: AskContext,
  ): Promise<Outcome<Answered<string[]>>>;
}

type Question = {
  path: string;
  parameters: Record<string, string>;
  /** label values are the one thing that cannot be asked for in a body */
  method: 'GET' | 'POST';
};

const inSeconds = (millis: Instant | Millis) => String(millis / 1000);

// Thanos answers with what it has unless told otherwise: half the calls would
// look like all of them. Everybody else overlooks a parameter it does not know.
const noHalves = { partial_response: 'false' };

/** Buckets of 10,000 edges fit in. */
const bytesAtMost = 64 * 2 ** 20;

export const createPrometheusClient = (
  server: PrometheusServer,
  { now = Date.now }: { now?: () => Instant } = {},
): PrometheusClient => {
  const ask = async <T>(
    { path, parameters, method }: Question,
    context: AskContext,
    read: (data: unknown) => T,
  ): Promise<Outcome<Answered<T>>> => {
    const form = new URLSearchParams({ ...parameters, ...noHalves }).toString();
    const url = `${server.url}/api/v1/${path}`;
    const inBody = method === 'POST';
    const answer = await askJson({
      url: inBody ? url : `${url}?${form}`,
      method,
      headers: {
        ...server.headers,
        ...(inBody && {
          'content-type': 'application/x-www-form-urlencoded',
        }),
      },
      body: inBody ? form : undefined,
      tls: server.tls,
      limit: bytesAtMost,
      explain: explainRefusal,
      context,
      now,
      parse: parseInPieces,
      read: json => {
        const { data, warnings, infos } = readEnvelope(json);
        return { answered: { data: read(data), infos }, warnings };
      },
    });
    return answer.outcome === 'ok'
      ? ok(answer.value.answered, answer.value.warnings)
      : answer;
  };

  /** So that the server does not work on for nobody. */
  const timeout = (context: AskContext) => ({
    timeout: `${Math.max(1, Math.ceil((context.deadline - now()) / 1000))}s`,
  });

  const askRange = (
    expression: string,
    { from, to, step }: EvaluationRange,
    context: AskContext,
  ) =>
    ask(
      {
        path: 'query_range',
        method: 'POST',
        parameters: {
          query: expression,
          start: inSeconds(from),
          end: inSeconds(to),
          step: inSeconds(step),
          ...timeout(context),
        },
      },
      context,
      readSeries,
    );

  const askAt = <T>(
    { expression, at }: { expression: string; at: Instant },
    context: AskContext,
    read: (series: Iterable<Series>) => T,
  ) =>
    ask(
      {
        path: 'query',
        method: 'POST',
        parameters: {
          query: expression,
          time: inSeconds(at),
          ...timeout(context),
        },
      },
      context,
      data => read(eachSeries(data)),
    );

  return {
    query: (expression, at, context) =>
      askAt({ expression, at }, context, series => [...series]),

    read: askAt,

    async queryRange(expression, range, context) {
      const pieces: Answered<Series[]>[] = [];
      const warnings = new Set<string>();
      for (const piece of rangePieces(range)) {
        const answer = await askRange(expression, piece, context);
        if (answer.outcome !== 'ok') return answer;
        answer.notes?.forEach(warning => warnings.add(warning));
        pieces.push(answer.value);
      }
      return ok(
        {
          data: joinPieces(pieces.map(({ data }) => data)),
          infos: [...new Set(pieces.flatMap(({ infos }) => infos))],
        },
        [...warnings],
      );
    },

    labelValues: (label, { matchers, from, to }, context) =>
      ask(
        {
          path: `label/${encodeURIComponent(label)}/values`,
          method: 'GET',
          parameters: {
            'match[]': selectorOf(matchers),
            start: inSeconds(from),
            end: inSeconds(to),
          },
        },
        context,
        readTexts,
      ),
  };
};
