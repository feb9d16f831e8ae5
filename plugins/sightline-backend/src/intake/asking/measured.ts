import { SpanStatusCode } from '@opentelemetry/api';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { IntakeTelemetry } from '../IntakeTelemetry';
import { Ask } from './Ask';

export type MeasuredOptions = {
  source: string;
  telemetry: IntakeTelemetry;
  /** milliseconds that only ever grow */
  elapsed: () => Millis;
};

/** One span and one set of measurements for each question, whatever becomes of it. */
export const measured =
  (ask: Ask, { source, telemetry, elapsed }: MeasuredOptions): Ask =>
  (question, context) =>
    telemetry.span(
      'pull',
      source,
      { services: question.services.length },
      async span => {
        const startedAt = elapsed();
        const answer = await ask(question, context);
        const fault = answer.outcome === 'ok' ? undefined : answer.fault;
        span.setAttribute('outcome', answer.outcome);
        if (fault) {
          span.setStatus({ code: SpanStatusCode.ERROR, message: fault.words });
        }
        telemetry.answered(
          source,
          elapsed() - startedAt,
          answer.outcome,
          fault?.kind,
        );
        return answer;
      },
    );
