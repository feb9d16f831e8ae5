import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Evidence,
  Millis,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  AskedService,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../platform/clock';
import { IntakeTelemetry } from '../IntakeTelemetry';
import { SourceSettings } from '../readIntakeConfig';
import { IntakeStore } from '../store/IntakeStore';
import { createLossBook, LossBook } from '../store/LossBook';
import { createAcceptor } from './Acceptor';
import { SectionTakers } from '../SectionTakers';

/** All services as sources are asked about them, in pages. */
export type AskedServices = (options: {
  pageSize: number;
}) => AsyncIterable<readonly AskedService[]>;

/** What every way of running a source needs from the rest of the house. */
export type IntakeSurroundings = {
  store: IntakeStore;
  services: AskedServices;
  sections: SectionTakers;
  clock: Clock;
  /** milliseconds that only ever grow */
  elapsed: () => Millis;
  /** 0 inclusive to 1 exclusive */
  random: () => number;
  logger: LoggerService;
  telemetry: IntakeTelemetry;
};

/** A source and what belongs to it alone, so that it shares nothing with another one. */
export type RunningSource<S extends Source> = {
  source: S;
  settings: SourceSettings;
  losses: LossBook;
  lost: (cause: string, count: number) => void;
  acceptor: ReturnType<typeof createAcceptor>;
  evidence: () => Evidence;
};

export const toRunningSource = <S extends Source>(
  source: S,
  settings: SourceSettings,
  around: IntakeSurroundings,
): RunningSource<S> => {
  const losses = createLossBook();
  const lost = (cause: string, count: number) => {
    losses.add(cause, count);
    around.telemetry.lost(source.id, cause, count);
  };
  return {
    source,
    settings,
    losses,
    lost,
    acceptor: createAcceptor({
      source: source.id,
      freshFor: settings.freshFor,
      sections: around.sections,
      clock: around.clock,
      telemetry: around.telemetry,
      lost,
      ...(source.kind === 'pull' &&
        source.notKept && { notKept: () => source.notKept?.() }),
    }),
    evidence: () => ({
      source: source.id,
      observedAt: toIso(around.clock()),
      validFor: settings.freshFor,
    }),
  };
};

/** The context of a question; counts what it costs. */
export const askingContext = (
  running: RunningSource<Source>,
  around: IntakeSurroundings,
  limits: Pick<AskContext, 'signal' | 'deadline' | 'lastGood'>,
): { context: AskContext; calls: () => number } => {
  let calls = 0;
  return {
    context: {
      ...limits,
      countCall: () => {
        calls += 1;
        around.telemetry.called(running.source.id);
      },
      lost: running.lost,
      evidence: running.evidence,
    },
    calls: () => calls,
  };
};
