import { metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { Request, RequestHandler } from 'express';

/** One name for all our spans and metrics, so that an operator can find them. */
const instrumentation = 'sightline';

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
          'http.route': routeOf(request),
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

/**
 * Express names the route that answered. A request that does not fit its route
 * gets no further than the validator, which has named it by then.
 */
const routeOf = (request: Request & Validated): string =>
  request.route?.path ?? request.openapi?.expressRoute ?? 'unmatched';

type Validated = { openapi?: { expressRoute?: string } };
