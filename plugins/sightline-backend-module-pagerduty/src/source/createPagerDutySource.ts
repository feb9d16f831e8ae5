import {
  Instant,
  OutsideName,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  AskedService,
  ok,
  Outcome,
  PullSource,
  rosterWindow,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { AccountClient } from '../client/createAccountClient';
import { askOnCalls } from './askOnCalls';
import { askPolicies, askServices } from './askServices';
import { Account } from './engine/Account';
import { ReadService } from './engine/read';
import { toOnCallReport } from './engine/toOnCallReport';
import { wantsIntegrations, Whose, whose } from './engine/whose';

export type PagerDutySourceOptions = Account & {
  client: AccountClient;
  now?: () => Instant;
};

/** One account as a source: who is on call for whom, every few minutes. */
export const createPagerDutySource = (
  options: PagerDutySourceOptions,
): PullSource => {
  const { id, title } = options;
  return {
    kind: 'pull',
    ...{ id, title },
    defaults: {
      every: { minutes: 5 },
      timeout: { minutes: 2 },
      freshFor: { minutes: 20 },
      concurrency: 1,
    },
    pull: (services, context) => pull(services, context, options),
  };
};

const pull = async (
  services: readonly AskedService[],
  context: AskContext,
  { client, now = Date.now, ...account }: PagerDutySourceOptions,
): Promise<Outcome<SourceReport>> => {
  const asking = { client, context };
  const integrations = wantsIntegrations(services);
  const theirs = await askServices(asking, { integrations });
  if (theirs.outcome !== 'ok') return theirs;
  const found = whose(services, [...theirs.value.values()], account);
  const names = namesOf(theirs.value.values(), found, account);
  const onCall = await askWho(asking, found, { account, now: now() });
  if (onCall.outcome !== 'ok') return onCall;
  return ok({ oncall: onCall.value, names }, [
    ...(theirs.notes ?? []),
    ...(onCall.notes ?? []),
    ...missingInWords(found),
  ]);
};

/** By which policies anybody of ours is on call, and who is. */
const askWho = async (
  asking: { client: AccountClient; context: AskContext },
  { byPolicy }: Whose,
  { account: { teams }, now }: { account: Account; now: Instant },
) => {
  const wanted = new Set([
    ...byPolicy.keys(),
    ...teams.map(({ policy }) => policy),
  ]);
  if (wanted.size === 0) return ok({ rosters: [], unread: [] });
  const listed = await askPolicies(asking);
  if (listed.outcome !== 'ok') return listed;
  const policies = listed.value;
  const covers = rosterWindow(now, asking.context.lastGood);
  const shown = [...wanted].filter(id => policies.has(id));
  const who = await askOnCalls({ ...asking, covers }, shown);
  if (who.outcome !== 'ok') return who;
  const { byPolicy: onCalls, faults } = who.value;
  const seen = { byPolicy, teams, policies, onCalls, faults, covers };
  const report = toOnCallReport(seen);
  const notes = report.unread.map(({ name, fault }) => `${name}: ${fault}`);
  return ok(report, [...(listed.notes ?? []), ...shortened(notes)]);
};

const SHOWN = 10;

const shortened = (notes: string[]): string[] =>
  notes.length > SHOWN
    ? [...notes.slice(0, SHOWN), `${notes.length - SHOWN} more are like this`]
    : notes;

const missingInWords = ({ missing }: Whose): string[] =>
  shortened(
    missing.map(
      ref =>
        `${ref} names a service that PagerDuty does not have, or that this key may not see`,
    ),
  );

/** By id where the catalog does so: both together would be two. */
const namesOf = (
  theirs: Iterable<ReadService>,
  { named }: Whose,
  { name: account = '' }: Account,
): OutsideName[] =>
  [...theirs].map(({ id, name }) => ({
    kind: 'pagerduty',
    name: named.has(id) ? id : name,
    namespace: account,
  }));
