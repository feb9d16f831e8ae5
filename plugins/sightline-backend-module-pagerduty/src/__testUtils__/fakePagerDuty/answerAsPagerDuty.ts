import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { onCallsOf } from './onCallsOf';
import { FakeTarget, PagerDutyModel } from './PagerDutyModel';

export type FakePagerDutyOptions = {
  /** read anew with every request */
  model: PagerDutyModel;
  /** what it lets in; everybody when left out */
  authorization?: string;
  /** items of a page at most, whatever is asked for */
  cap?: number;
};

const refusal = (
  status: number,
  message: string,
  errors: string[] = [],
): WorldAnswer => ({
  status,
  body: { error: { message, code: 2000 + status, errors } },
});

/** Answers as PagerDuty does, within its limits: 100 a page, 10,000 a list. */
export const answerAsPagerDuty =
  (options: FakePagerDutyOptions) =>
  ({ url, method, headers }: WorldRequest): WorldAnswer => {
    const { authorization, model } = options;
    if (authorization && headers.authorization !== authorization) {
      return refusal(401, 'Unauthorized');
    }
    if (headers.accept !== 'application/vnd.pagerduty+json;version=2') {
      return refusal(406, 'Not Acceptable');
    }
    if (method !== 'GET') return refusal(403, 'Read only');
    const { pathname, searchParams: query } = new URL(url, 'http://fake');
    const lists: Record<string, (() => (() => object)[]) | undefined> = {
      '/services': () => servicesOf(model, query),
      '/escalation_policies': () => policiesOf(model, query),
      '/oncalls': () =>
        onCallsOf(model, {
          policies: query.getAll('escalation_policy_ids[]'),
          since: Date.parse(query.get('since')!),
          until: Date.parse(query.get('until')!),
        }),
    };
    const items = lists[pathname];
    return items
      ? paged(pathname.slice(1), items(), { ...options, query })
      : refusal(404, 'Not Found');
  };

const paged = (
  name: string,
  all: (() => object)[],
  { query, cap = 100 }: { query: URLSearchParams; cap?: number },
): WorldAnswer => {
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(cap, 100, Number(query.get('limit') ?? 25));
  if (offset + limit > 10_000) {
    return refusal(400, 'Invalid Input Provided', [
      'Offset + limit must not exceed 10000',
    ]);
  }
  return {
    body: {
      [name]: all.slice(offset, offset + limit).map(body => body()),
      ...{ offset, limit, more: offset + limit < all.length },
      total: query.get('total') === 'true' ? all.length : null,
    },
  };
};

const byName = <T extends { name: string }>(
  all: readonly T[],
  query: URLSearchParams,
): T[] => {
  const sorted = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
  return query.get('sort_by') === 'name:desc' ? sorted.reverse() : sorted;
};

const servicesOf = ({ services }: PagerDutyModel, query: URLSearchParams) =>
  byName(services, query).map(({ id, name, policy, key }) => () => ({
    ...{ id, name, type: 'service', summary: name, status: 'active' },
    html_url: `https://harbour.pagerduty.com/service-directory/${id}`,
    escalation_policy: { id: policy, type: 'escalation_policy_reference' },
    integrations: key
      ? [
          {
            ...{ id: `PI${id}`, type: 'events_api_v2_inbound_integration' },
            ...(query.getAll('include[]').includes('integrations') && {
              integration_key: key,
            }),
          },
        ]
      : [],
  }));

const targetOf = (target: FakeTarget) =>
  'user' in target
    ? { id: target.user, type: 'user_reference' }
    : { id: target.schedule, type: 'schedule_reference' };

const policiesOf = ({ policies }: PagerDutyModel, query: URLSearchParams) =>
  byName(policies, query).map(({ id, name, levels }) => () => ({
    ...{ id, name, type: 'escalation_policy', summary: name, num_loops: 0 },
    html_url: `https://harbour.pagerduty.com/escalation_policies#${id}`,
    escalation_rules: levels.map((targets, index) => ({
      ...{ id: `${id}-${index}`, escalation_delay_in_minutes: 30 },
      targets: targets.map(targetOf),
    })),
  }));
