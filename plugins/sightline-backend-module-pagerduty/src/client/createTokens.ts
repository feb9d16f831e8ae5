import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  askJson,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { z } from 'zod';

/** A scoped OAuth app of one account. */
export type OAuthApp = {
  clientId: string;
  clientSecret: string;
  subDomain: string;
  /** `us`, `eu` */
  region: string;
};

/** What it may do for us: no more than read who is on call. */
const scopes =
  'escalation_policies.read oncalls.read schedules.read services.read users.read';

const identity = 'https://identity.pagerduty.com';

/** A token is asked for anew so long before it ends. */
const MARGIN = 60_000;

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * Tokens of an app, each kept until shortly before it ends. The app's secret goes to
 * the place that gives tokens out, and nowhere else.
 */
export const createTokens = (
  { clientId, clientSecret, subDomain, region }: OAuthApp,
  {
    url = identity,
    now = Date.now,
  }: { url?: string; now?: () => Instant } = {},
) => {
  let held: { token: string; until: Instant } | undefined;

  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `as_account-${region}.${subDomain} ${scopes}`,
  }).toString();

  return {
    async token(context: AskContext): Promise<Outcome<string>> {
      if (held && held.until > now()) return ok(held.token);
      const asked = await askJson({
        ...{ url: `${url}/oauth/token`, method: 'POST', body, context, now },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        read: json => answer.parse(json),
      });
      if (asked.outcome !== 'ok') return asked;
      const { access_token: token, expires_in: seconds } = asked.value;
      held = { token, until: now() + seconds * 1000 - MARGIN };
      return ok(token);
    },
    /** It was not accepted: the next one is a new one. */
    forget() {
      held = undefined;
    },
  };
};
