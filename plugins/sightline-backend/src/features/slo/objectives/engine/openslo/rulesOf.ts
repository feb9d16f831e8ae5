import {
  AlertSeverity,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { AlertRule } from '../../../engine/judging';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader } from './DocumentReader';
import { readDuration } from './durations';
import { inlineOrNamed } from './inlineOrNamed';
import { ObjectIndex } from './objects';
import { conditionSpec, policySpec } from './schema';

type RulesContext = {
  reader: DocumentReader;
  index: ObjectIndex;
  file: string;
  /** length of the SLO's window */
  period: Millis;
};

const severities: Record<string, AlertSeverity> = {
  ...{ page: 'page', critical: 'page', high: 'page', sev1: 'page', p1: 'page' },
  ...{ ticket: 'ticket', warning: 'ticket', medium: 'ticket', low: 'ticket' },
  ...{ sev2: 'ticket', sev3: 'ticket', p2: 'ticket', p3: 'ticket' },
};

/**
 * The short window proves that it still goes on: `alertAfter`, for which a
 * condition must hold, says the same. A twelfth of the long one where it says none.
 */
const shortWindow = (long: Millis, after: Millis): Millis =>
  after > 0 ? after : Math.max(60_000, Math.round(long / 12 / 60_000) * 60_000);

const ruleOf = (
  spec: unknown,
  at: Path,
  { reader, period }: RulesContext,
): AlertRule | undefined => {
  const said = reader.part(conditionSpec, spec, at);
  if (!said) {
    return undefined;
  }
  const { threshold, lookbackWindow, alertAfter } = said.condition;
  const severity = severities[said.severity.toLowerCase()];
  if (!severity) {
    reader.problem(
      [...at, 'severity'],
      `severity is '${said.severity}'; write page (wake somebody) or ticket (tomorrow)`,
    );
  }
  const long = readDuration(lookbackWindow)?.millis ?? 0;
  const after = readDuration(alertAfter)?.millis ?? 0;
  if (after >= long || long > period) {
    reader.problem(
      [...at, 'condition', after >= long ? 'alertAfter' : 'lookbackWindow'],
      after >= long
        ? `alertAfter is ${alertAfter}, as long as lookbackWindow; write a shorter one, such as a twelfth of it`
        : `lookbackWindow is ${lookbackWindow}, longer than the window of the SLO; write a shorter one, such as 1h`,
    );
    return undefined;
  }
  const budgetShare = (threshold * long) / period;
  if (budgetShare > 1) {
    reader.problem(
      [...at, 'condition', 'threshold'],
      `threshold is ${threshold}, at which ${lookbackWindow} would use more than the whole budget; write at most ${Math.floor(
        period / long,
      )}`,
    );
    return undefined;
  }
  return (
    severity && { severity, long, short: shortWindow(long, after), budgetShare }
  );
};

const rulesOfPolicy = (
  policy: Record<string, unknown>,
  at: Path,
  context: RulesContext,
): AlertRule[] => {
  const found = inlineOrNamed(
    { inline: policy, name: policy.alertPolicyRef },
    {
      ...context,
      kind: 'AlertPolicy',
      keys: { name: [...at, 'alertPolicyRef'], inline: at },
    },
  );
  const said = found?.reader.part(policySpec, found.spec, found.at);
  if (!found || !said || said.alertWhenBreaching === false) {
    return [];
  }
  const within = { ...context, reader: found.reader };
  return said.conditions.flatMap((condition, index) => {
    const place = [...found.at, 'conditions', index];
    const inner = inlineOrNamed(
      { inline: condition, name: condition.conditionRef },
      {
        ...within,
        kind: 'AlertCondition',
        keys: { name: [...place, 'conditionRef'], inline: place },
      },
    );
    return (
      (inner &&
        ruleOf(inner.spec, inner.at, { ...within, reader: inner.reader })) ??
      []
    );
  });
};

/** When to alert whom, as an SLO's policies say; undefined where it names none. */
export const rulesOf = (
  policies: readonly Record<string, unknown>[] | undefined,
  context: RulesContext,
): AlertRule[] | undefined =>
  policies?.flatMap((policy, index) =>
    rulesOfPolicy(policy, ['spec', 'alertPolicies', index], context),
  );
