import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  askJson,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { createTokens, OAuthApp } from './createTokens';
import { explainRefusal } from './engine/explainRefusal';

/** Where an account answers, and how it lets us in. */
export type AccountServer = {
  /** without a slash at its end */
  url: string;
} & ({ token: string } | { app: OAuthApp });

export type AccountQuestion<T> = {
  /** below the address: `/oncalls`; links in answers are never asked for */
  path: string;
  query: readonly (readonly [name: string, value: string])[];
  context: AskContext;
  /** throws when what came is something else */
  read: (json: unknown) => T;
};

/** Asks one account. It only reads. */
export interface AccountClient {
  ask<T>(question: AccountQuestion<T>): Promise<Outcome<T>>;
}

const accept = 'application/vnd.pagerduty+json;version=2';

/** A page of 100 services with all their integrations fits in. */
const bytesAtMost = 8 * 2 ** 20;

export const createAccountClient = (
  server: AccountServer,
  options: { identity?: string; now?: () => Instant } = {},
): AccountClient => {
  const { now = Date.now, identity } = options;
  const tokens =
    'app' in server
      ? createTokens(server.app, { now, ...(identity && { url: identity }) })
      : undefined;

  const authorization = async (
    context: AskContext,
  ): Promise<Outcome<string>> => {
    if ('token' in server) return ok(`Token token=${server.token}`);
    const token = await tokens!.token(context);
    return token.outcome === 'ok' ? ok(`Bearer ${token.value}`) : token;
  };

  return {
    async ask({ path, query, context, read }) {
      const allowed = await authorization(context);
      if (allowed.outcome !== 'ok') return allowed;
      const asked = new URLSearchParams(query.map(([...pair]) => pair));
      const answer = await askJson({
        url: `${server.url}${path}?${asked}`,
        headers: { accept, authorization: allowed.value },
        ...{ context, read, limit: bytesAtMost, explain: explainRefusal, now },
      });
      const refused =
        answer.outcome === 'failed' && answer.fault.kind === 'not-authorised';
      if (refused) tokens?.forget();
      return answer;
    },
  };
};
