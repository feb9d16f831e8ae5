import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  problemWithTraceLink,
  traceLink,
} from '@sightline/backstage-plugin-sightline-common';

/** Where people look at the traces that edges and journeys name as examples. @public */
export interface TraceLinks {
  /** by the source that saw the trace, when it has an address of its own; undefined when nobody gave one */
  linkTo(traceId: string, source?: string): string | undefined;
}

/**
 * Reads the addresses of `sightline.traces`: `link` for all traces, and `link`
 * of a back-end for those its source `traces:<id>` saw. The first needs no
 * back-end: whoever only receives traces has a Jaeger or a Grafana, too.
 * @public
 */
export const readTraceLinks = (root: RootConfigService): TraceLinks => {
  const config = root.getOptionalConfig('sightline.traces');
  const common = checked(config?.getOptionalString('link'), 'link');
  const own = new Map<string, string>();
  const backends = config?.getOptionalConfigArray('backends') ?? [];
  backends.forEach((backend, nth) => {
    const link = backend.getOptionalString('link');
    const template = checked(link, `backends[${nth}].link`);
    if (template) own.set(`traces:${backend.getString('id')}`, template);
  });
  return {
    linkTo(traceId, source = '') {
      const template = own.get(source) ?? common;
      return template && traceLink(template, traceId);
    },
  };
};

const checked = (template: string | undefined, key: string) => {
  const problem = template && problemWithTraceLink(template);
  if (problem) {
    throw new Error(`sightline.traces.${key} is '${template}': ${problem}`);
  }
  return template;
};
