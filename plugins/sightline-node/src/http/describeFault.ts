import { Fault, FaultKind } from '@sightline/backstage-plugin-sightline-common';
import { AskedPlace, placeInWords, withoutSecrets } from './place';

type Known = { kind: FaultKind; says: (host: string) => string };

const refused = 'connection-refused' as const;
const noName = 'name-not-found' as const;
const timeout = 'timeout' as const;

const wrongCertificate = (why: string): Known => ({
  kind: 'certificate',
  says: host => `${host} shows a certificate that cannot be trusted: ${why}`,
});

const noAnswer: Known = {
  kind: timeout,
  says: host => `${host} did not answer in time`,
};

const closed: Known = {
  kind: 'connection-reset',
  says: host => `${host} closed the connection before its answer was complete`,
};

const selfSigned = wrongCertificate(
  'it is self-signed; give Node the authority that issued it (NODE_EXTRA_CA_CERTS)',
);

const unknownAuthority = wrongCertificate(
  'its issuer is not known here; give Node the authority (NODE_EXTRA_CA_CERTS)',
);

const noTls: Known = {
  kind: 'unexpected-answer',
  says: host => `${host} does not speak TLS there: http instead of https?`,
};

/** By the code that Node, OpenSSL or undici puts on an error. */
const byCode: Record<string, Known> = {
  ECONNREFUSED: {
    kind: refused,
    says: host =>
      `${host} refused the connection: is it running, and is the port right?`,
  },
  EHOSTUNREACH: { kind: refused, says: host => `There is no route to ${host}` },
  ENETUNREACH: { kind: refused, says: host => `There is no route to ${host}` },
  ECONNRESET: closed,
  EPIPE: closed,
  UND_ERR_SOCKET: closed,
  ENOTFOUND: {
    kind: noName,
    says: host => `DNS knows no ${host}: is the name right?`,
  },
  EAI_AGAIN: {
    kind: noName,
    says: host => `DNS gave no answer about ${host}`,
  },
  ETIMEDOUT: noAnswer,
  UND_ERR_CONNECT_TIMEOUT: noAnswer,
  UND_ERR_HEADERS_TIMEOUT: noAnswer,
  UND_ERR_BODY_TIMEOUT: noAnswer,
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: wrongCertificate('it has expired'),
  CERT_NOT_YET_VALID: wrongCertificate('it is not valid yet'),
  CERT_REVOKED: wrongCertificate('it was revoked'),
  ERR_TLS_CERT_ALTNAME_INVALID: wrongCertificate(
    'it was issued for another name',
  ),
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  EPROTO: noTls,
};

const httpParser: Known = {
  kind: 'unexpected-answer',
  says: host => `${host} answered with something that is not HTTP`,
};

// fetch refuses some ports outright, and says no more than this.
const forbiddenPort: Known = {
  kind: 'connection-refused',
  says: host => `${host} has a port that HTTP clients refuse to ask`,
};

const byName: Record<string, Known> = {
  AbortError: noAnswer,
  TimeoutError: noAnswer,
};

const lookUp = (error: {
  code?: unknown;
  name?: unknown;
  message?: unknown;
}) => {
  const code = String(error.code ?? '');
  return (
    byCode[code] ??
    (code.startsWith('HPE_') ? httpParser : undefined) ??
    (error.message === 'bad port' ? forbiddenPort : undefined) ??
    byName[String(error.name ?? '')]
  );
};

// fetch hides the reason in `cause`, happy eyeballs in `errors`; both may nest,
// and a hostile error may point at itself.
const causesOf = (error: unknown, depth = 0): object[] => {
  if (typeof error !== 'object' || error === null || depth > 5) {
    return [];
  }
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  const inner = [cause, ...(Array.isArray(errors) ? errors : [])];
  return [error, ...inner.flatMap(one => causesOf(one, depth + 1))];
};

const messageOf = (error: unknown): string =>
  withoutSecrets(error instanceof Error ? error.message : String(error));

/**
 * What a thrown error means, in words for whoever has to repair it. Names the
 * host and the path, never credentials nor the query.
 *
 * @example `describeFault(error, { url })` →
 *   `{ kind: 'connection-refused', words: 'prom.example:9090 refused the connection: … (GET /api/v1/query)' }`
 * @public
 */
export const describeFault = (error: unknown, place: AskedPlace): Fault => {
  const { host, request } = placeInWords(place);
  for (const cause of causesOf(error)) {
    const found = lookUp(cause);
    if (found) {
      return { kind: found.kind, words: `${found.says(host)} (${request})` };
    }
  }
  if (!URL.canParse(place.url)) {
    return {
      kind: 'not-found',
      words:
        'The configured address is not a URL: it needs http:// or https:// and a host',
    };
  }
  return {
    kind: 'crashed',
    words: `Asking ${host} ended with an error (${request}): ${messageOf(
      error,
    )}`,
  };
};
