import { metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { RequestHandler } from 'express';

/** One name for all our spans and metrics, so that an operator can find them. */
export const instrumentation = 'sightline';

/**
 * A span and a duration for every request, by route template: the number of
 * series depends on the number of routes, not on what people ask.
 */
export const routeTelemetry = (): RequestHandler => {
  const tracer = trace.getTracer(instrumentation);
  const duration = metrics
    .getMeter(instrumentation)
    .createHistogram('sightline.http.duration', {
      unit: 'ms',
      description: 'Time from request to the end of the answer, by route',
    });

  return (request, response, next) => {
    const begun = performance.now();
    tracer.startActiveSpan('sightline.http', span => {
      response.once('close', () => {
        const attributes = {
          'http.request.method': request.method,
          'http.route': request.route?.path ?? 'unmatched',
          'http.response.status_code': response.statusCode,
        };
        span.setAttributes(attributes);
        if (response.statusCode >= 500) {
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
        duration.record(performance.now() - begun, attributes);
      });
      next();
    });
  };
};
