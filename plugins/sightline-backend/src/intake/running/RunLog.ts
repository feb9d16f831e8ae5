import { LoggerService } from '@backstage/backend-plugin-api';
import { traceIdOfLog } from '../IntakeTelemetry';
import { FinishedRun } from '../store/IntakeStore';

/** Says when a source begins to fail, fails otherwise, and recovers; not at every try. */
export const createRunLog = (source: string, logger: LoggerService) => {
  let said = '';
  return (run: FinishedRun) => {
    const { outcome, fault } = run;
    const about = { source, ...traceIdOfLog() };
    const news = outcome === 'ok' ? '' : `${outcome} ${fault?.kind ?? ''}`;
    if (news === said) return;
    said = news;
    if (outcome === 'ok') {
      logger.info(`Source '${source}' answers again`, about);
    } else if (outcome === 'partial') {
      const why = fault?.words ?? run.notes.join('; ');
      logger.info(`Source '${source}' answers in part: ${why}`, about);
    } else {
      logger.warn(`Source '${source}' fails: ${fault?.words}`, about);
    }
  };
};
