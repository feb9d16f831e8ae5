import { LoggerService } from '@backstage/backend-plugin-api';
import {
  PushSource,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import { SpanWorker } from './keeping/SpanWorker';
import { OtlpConfig } from './readOtlpConfig';
import { SpanTaker } from './receiving/SpanTaker';

export type OtlpSourceOptions = {
  config: OtlpConfig;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** for a worker whose code must be compiled first, in tests */
  execArgv?: string[];
};

const notOpen = 'Not ready yet';

/** Traces that are sent to us; what is behind `spans` starts when intake opens the source. */
export const createOtlpSource = (
  options: OtlpSourceOptions,
): PushSource & { spans: SpanTaker } => {
  const { config, logger, execArgv } = options;
  let worker: SpanWorker | undefined;
  let lost: SourceSink['lost'] = () => {};

  return {
    kind: 'push',
    id: 'otlp',
    title: 'OpenTelemetry traces',
    defaults: { freshFor: { minutes: 5 } },
    async open(sink) {
      lost = sink.lost;
      worker = new SpanWorker({
        settings: config,
        execArgv,
        logger,
        lost,
        keep: report => sink.accept({ calls: report }),
      });
      await worker.start();
    },
    close: async () => worker?.stop(),
    spans: {
      get whyNot() {
        return worker ? worker.whyNot : notOpen;
      },
      get bytesUnderWay() {
        return worker?.bytesUnderWay ?? 0;
      },
      take: async body =>
        worker?.take(body) ?? { taken: 'not-now', words: notOpen },
      refused: status => lost(`requests that were refused with ${status}`, 1),
    },
  };
};
