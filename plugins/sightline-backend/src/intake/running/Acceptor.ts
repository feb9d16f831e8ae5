import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  SectionName,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../platform/clock';
import { oneAtATime } from '../../platform/resilience/oneAtATime';
import { IntakeTelemetry } from '../IntakeTelemetry';
import { ReportOrigin, SectionTakers } from '../SectionTakers';

export type AcceptorOptions = {
  source: string;
  freshFor: Millis;
  sections: SectionTakers;
  clock: Clock;
  telemetry: IntakeTelemetry;
  lost: (cause: string, count: number) => void;
  /** of a source that tells again what could not be kept */
  notKept?: () => void;
};

/** Reports of one source that may wait to be kept. */
const waitingAtMost = 100;

const sizeOf = (value: unknown) => (Array.isArray(value) ? value.length : 1);

// Between two sections everybody else gets a turn of the event loop.
const breathe = () => new Promise<void>(resolve => setImmediate(resolve));

type Taker = (statements: unknown, from: ReportOrigin) => Promise<void>;

/**
 * Hands reports of one source to the features that take their sections: one
 * report at a time, so that a feature never works on two and a source that
 * talks too much waits for its own words only.
 */
export const createAcceptor = (options: AcceptorOptions) => {
  const { source, freshFor, sections, clock, telemetry, lost, notKept } =
    options;
  const line = oneAtATime(waitingAtMost);

  const hand = async (
    section: string,
    statements: unknown,
    from: ReportOrigin,
  ): Promise<string | undefined> => {
    const take = sections[section as SectionName] as Taker | undefined;
    if (!take) {
      lost(`no feature takes ${section}`, sizeOf(statements));
      return undefined;
    }
    try {
      await take(statements, from);
      return undefined;
    } catch (error) {
      if (!notKept) lost(`${section} could not be kept`, sizeOf(statements));
      return `${section} could not be kept${
        notKept ? ', and will be told again' : ''
      }: ${error instanceof Error ? error.message : error}`;
    }
  };

  const handAll = (report: SourceReport) =>
    telemetry.span('accept', source, {}, async span => {
      const from = { source, observedAt: clock(), freshFor, lost };
      const problems: string[] = [];
      for (const [section, statements] of Object.entries(report)) {
        if (statements === undefined) continue;
        const problem = await hand(section, statements, from);
        if (problem) problems.push(problem);
        await breathe();
      }
      if (problems.length > 0) notKept?.();
      span.setAttribute('problems', problems.length);
      return problems;
    });

  return {
    /** what could not be kept, in words; `undefined` when too many are waiting already */
    accept: (report: SourceReport): Promise<string[]> | undefined =>
      line.run(() => handAll(report)),
    idle: () => line.idle(),
  };
};
