import {
  PushSource,
  SourceReport,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';

/** A source to which a test says what traces say. */
export const pushedTraces = () => {
  const opened: SourceSink[] = [];
  const source: PushSource = {
    ...{ kind: 'push', id: 'otlp', title: 'Traces' },
    defaults: { freshFor: { minutes: 5 } },
    open: async sink => {
      opened.push(sink);
    },
    close: async () => {},
  };
  return { source, say: (report: SourceReport) => opened[0].accept(report) };
};
