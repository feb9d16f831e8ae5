import {
  BurnPair,
  ObjectiveState,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { BudgetOrNot } from './budgetReading';
import { AlertMemory } from './nextAlert';

export type StateOrNot = {
  state: ObjectiveState;
  /** why the state is unknown */
  unknown?: Unknown;
};

/**
 * The first that applies:
 *
 * ```
 *   an alert is on             its severity
 *   the budget is spent        exhausted     whatever may have happened since
 *   the budget is not known    unknown
 *   nothing is heard lately    unknown       a service that stopped reporting
 *                                            still has 30 good days behind it
 *   else                       met
 * ```
 */
export const stateOf = (
  read: BudgetOrNot,
  { alert }: AlertMemory,
  burns: readonly BurnPair[],
): StateOrNot => {
  if (alert) return { state: alert.severity };
  if (!read.budget) return { state: 'unknown', unknown: read.unknown };
  if (read.budget.remaining <= 0) return { state: 'exhausted' };
  const unheard = whyUnheard(burns);
  return unheard ? { state: 'unknown', unknown: unheard } : { state: 'met' };
};

/**
 * Why nothing that would wake somebody can be read. No traffic and few events are
 * no such reason: then nothing happens, and what is left of the budget is known.
 */
const whyUnheard = (burns: readonly BurnPair[]): Unknown | undefined => {
  const paging = burns.filter(({ severity }) => severity === 'page');
  const watching = paging.length > 0 ? paging : burns;
  const missing = watching.map(missingOf);
  return missing.every(reason => reason !== undefined) ? missing[0] : undefined;
};

const missingOf = ({ long, short }: BurnPair): Unknown | undefined => {
  for (const { burn } of [short, long]) {
    const isMissing =
      'unknown' in burn && burn.unknown.reason !== 'too-few-events';
    if (isMissing) return burn.unknown;
  }
  return undefined;
};
