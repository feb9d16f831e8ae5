import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { Refusal, retryAfter } from './answers';

const words = 'Send a token of a service or an external access';
const statuses: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
};

/** Programs send traces, people do not. */
export const refusalOfSender = async (
  request: Request,
  httpAuth: Pick<HttpAuthService, 'credentials'>,
): Promise<Refusal | undefined> => {
  try {
    await httpAuth.credentials(request, { allow: ['service'] });
    return undefined;
  } catch (error) {
    const { name, message } = error as Error;
    const status = statuses[name];
    // Whether the token is good could not be found out: no reason to drop spans.
    return status
      ? { status, words }
      : {
          status: 503,
          words: `The token could not be checked: ${message}`,
          retryAfter,
        };
  }
};
