import { ok } from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';
import { JaegerApi } from './JaegerApi';
import { jaegerAsOtlp } from './jaegerAsOtlp';

const list = z
  .array(z.unknown())
  .nullable()
  .transform(all => all ?? []);

/** What Jaeger's first API puts around every answer. */
export const answerOf = <T extends z.ZodType>(data: T) =>
  z.object({
    data,
    errors: z
      .array(z.object({ msg: z.string() }))
      .nullish()
      .transform(errors => errors?.map(({ msg }) => msg) ?? []),
  });

const answer = answerOf(list);

/** The API of Jaeger's own pages, up to 2.20. */
export const jaegerV1: JaegerApi = {
  async services(asker) {
    const said = await asker.json('/api/services', answer.parse);
    return said.outcome === 'ok'
      ? ok(said.value.data, said.value.errors)
      : said;
  },
  async traces(asker, { service, window, atMost }) {
    const said = await asker.json('/api/traces', answer.parse, {
      query: {
        service,
        start: window.from * 1000,
        end: window.to * 1000,
        limit: atMost,
      },
    });
    if (said.outcome !== 'ok') return said;
    const { data, errors } = said.value;
    const pieces = inTurn(data);
    return ok({ count: data.length, pieces }, errors);
  },
};

const inTurn = function* inTurn(traces: readonly unknown[]) {
  for (const trace of traces) yield jaegerAsOtlp([trace]);
};
