import { LoggerService } from '@backstage/backend-plugin-api';
import {
  PushSource,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import { SpanWorker } from './keeping/SpanWorker';
import { OtlpConfig } from './readOtlpConfig';
import { OtlpRouterOptions } from './receiving/createOtlpRouter';

export type OtlpSourceOptions = {
  config: OtlpConfig;
  logger: LoggerService;
  /** for a worker whose code must be compiled first, in tests */
  execArgv?: string[];
};

/** Traces that are sent to us; what is behind `spans` starts when intake opens the source. */
export const createOtlpSource = (
  options: OtlpSourceOptions,
): PushSource & { spans: OtlpRouterOptions['spans'] } => {
  const { config, logger, execArgv } = options;
  let worker: SpanWorker | undefined;

  const open = async (sink: SourceSink) => {
    worker = new SpanWorker({
      settings: config,
      execArgv,
      keep: report => sink.accept({ calls: report }),
      lost: sink.lost,
      onEnd: words => logger.warn(`The worker for spans ended: ${words}`),
    });
    worker.start();
  };

  return {
    kind: 'push',
    id: 'otlp',
    title: 'OpenTelemetry traces',
    defaults: { freshFor: { minutes: 5 } },
    open,
    close: async () => worker?.stop(),
    spans: {
      get canTake() {
        return worker?.canTake ?? false;
      },
      get bytesUnderWay() {
        return worker?.bytesUnderWay ?? 0;
      },
      take: async body =>
        worker?.take(body) ?? { taken: 'not-now', words: 'Not ready yet' },
    },
  };
};
