import { Fault, FaultKind } from '@sightline/backstage-plugin-sightline-common';
import { describeFault } from '@sightline/backstage-plugin-sightline-node';
import { Refusal } from './KubeClient';

type Place = { url: string };

const known: Record<number, [Refusal['why'], FaultKind, string]> = {
  401: [
    'credentials',
    'not-authorised',
    'not authenticated: are the credentials right?',
  ],
  403: ['forbidden', 'not-authorised', 'forbidden: does its role allow this?'],
  404: ['missing', 'not-found', 'not found'],
  410: ['expired', 'not-found', 'what was asked from has expired'],
  429: ['passing', 'rate-limited', 'too many requests'],
};

const placeOf = ({ url }: Place) => {
  const { host, pathname } = new URL(url);
  return { host, request: `GET ${pathname}` };
};

/** What a status other than 2xx means; redirects are not followed, as credentials would travel. */
export const refusalOfStatus = (status: number, place: Place): Refusal => {
  const { host, request } = placeOf(place);
  const said = `${host} answered ${status}`;
  const found = known[status];
  if (found) {
    const [why, kind, words] = found;
    return { why, fault: { kind, words: `${said} (${words}) to ${request}` } };
  }
  if (status >= 300 && status < 400) {
    const words = `${said} (redirect) to ${request}; redirects are not followed: configure the final address`;
    return { why: 'wrong', fault: { kind: 'unexpected-answer', words } };
  }
  return status >= 500
    ? {
        why: 'passing',
        fault: { kind: 'server-error', words: `${said} to ${request}` },
      }
    : {
        why: 'wrong',
        fault: { kind: 'unexpected-answer', words: `${said} to ${request}` },
      };
};

export const refusalOfError = (error: unknown, place: Place): Refusal => {
  const fault = describeFault(error, place);
  const passes: FaultKind[] = ['certificate', 'unexpected-answer', 'not-found'];
  return { why: passes.includes(fault.kind) ? 'wrong' : 'passing', fault };
};

export const timedOut = (seconds: number, place: Place): Refusal => {
  const { host, request } = placeOf(place);
  const words = `${host} said nothing for ${seconds} s after ${request}`;
  return { why: 'passing', fault: { kind: 'timeout', words } };
};

export const tooLarge = (place: Place): Refusal => {
  const { host, request } = placeOf(place);
  const words = `${host} answered ${request} with more than is read at once`;
  return { why: 'too-large', fault: { kind: 'too-large', words } };
};

export const notJson = (place: Place, what: string): Refusal => {
  const { host, request } = placeOf(place);
  const fault: Fault = {
    kind: 'not-json',
    words: `${host} answered ${request} with ${what}: is this the address of a Kubernetes API?`,
  };
  return { why: 'wrong', fault };
};
