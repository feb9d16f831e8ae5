import {
  AskContext,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { askList } from '../client/askList';
import { AccountClient } from '../client/createAccountClient';
import { Page } from '../reading/listing';
import { readPolicies } from '../reading/readPolicies';
import { readServices } from '../reading/readServices';
import { ReadPolicy, ReadService } from './engine/read';

export type Asking = { client: AccountClient; context: AskContext };

type Named = { id: string };

type NamedList<T> = {
  path: string;
  query?: readonly (readonly [string, string])[];
  read: (json: unknown) => Page<T | undefined>;
  what: string;
};

/**
 * A list by name, from both ends where PagerDuty does not show all of it from one:
 * 20,000 are read so. What lies between is counted as lost, and so is what nothing
 * could be made of.
 */
const askByName = async <T extends Named>(
  { client, context }: Asking,
  { query = [], what, ...list }: NamedList<T>,
): Promise<Outcome<Map<string, T>>> => {
  const found = new Map<string, T>();
  let unclear = 0;
  let beyond = 0;
  for (const order of ['name:asc', 'name:desc']) {
    const answer = await askList({
      ...{ ...list, what, client, context },
      query: [...query, ['sort_by', order]],
    });
    if (answer.outcome !== 'ok') return answer;
    for (const one of answer.value.items) {
      if (one) found.set(one.id, one);
      else unclear += 1;
    }
    beyond = answer.value.beyond;
    if (beyond === 0) break;
  }
  if (unclear > 0) {
    context.lost(`${what} that could not be understood`, unclear);
  }
  const notShown = beyond > 0 ? beyond + 10_000 - found.size - unclear : 0;
  if (notShown <= 0) return ok(found);
  context.lost(`${what} that PagerDuty does not show`, notShown);
  return ok(found, [
    `PagerDuty has ${notShown} more ${what} than it shows: at most 20,000 are read`,
  ]);
};

/** All services of an account; `integrations` cost it time. */
export const askServices = (
  asking: Asking,
  { integrations }: { integrations: boolean },
): Promise<Outcome<Map<string, ReadService>>> =>
  askByName(asking, {
    ...{ path: '/services', what: 'services', read: readServices },
    query: integrations ? [['include[]', 'integrations']] : [],
  });

/** All escalation policies of an account. */
export const askPolicies = (
  asking: Asking,
): Promise<Outcome<Map<string, ReadPolicy>>> =>
  askByName(asking, {
    ...{ path: '/escalation_policies', what: 'escalation policies' },
    read: readPolicies,
  });
