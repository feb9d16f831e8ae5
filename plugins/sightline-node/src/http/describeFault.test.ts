import { describeFault } from './describeFault';

const url = 'https://me:pw@prom.example:9090/api/v1/query?token=s3cret';
const asked = '(GET /api/v1/query)';

const coded = (code: string, message = 'x') =>
  Object.assign(new Error(message), { code });

const fetchFailed = (cause: unknown) =>
  Object.assign(new TypeError('fetch failed'), { cause });

const aggregate = (...errors: Error[]) =>
  new AggregateError(errors, 'all attempts failed');

const circular = () => {
  const error = new Error('round and round') as Error & { cause?: unknown };
  error.cause = error;
  return error;
};

describe('describeFault', () => {
  it.each<[string, unknown, string, string]>([
    [
      'a closed port',
      fetchFailed(coded('ECONNREFUSED')),
      'connection-refused',
      `prom.example:9090 refused the connection: is it running, and is the port right? ${asked}`,
    ],
    [
      'a closed port on IPv4 and IPv6',
      fetchFailed(aggregate(coded('ECONNREFUSED'), coded('ECONNREFUSED'))),
      'connection-refused',
      `prom.example:9090 refused the connection: is it running, and is the port right? ${asked}`,
    ],
    [
      'no route',
      coded('EHOSTUNREACH'),
      'connection-refused',
      `There is no route to prom.example:9090 ${asked}`,
    ],
    [
      'a port no HTTP client asks',
      fetchFailed(new Error('bad port')),
      'connection-refused',
      `prom.example:9090 has a port that HTTP clients refuse to ask ${asked}`,
    ],
    [
      'a reset',
      fetchFailed(coded('ECONNRESET')),
      'connection-reset',
      `prom.example:9090 closed the connection before its answer was complete ${asked}`,
    ],
    [
      'a socket hang up',
      fetchFailed(coded('UND_ERR_SOCKET', 'other side closed')),
      'connection-reset',
      `prom.example:9090 closed the connection before its answer was complete ${asked}`,
    ],
    [
      'a name nobody knows',
      fetchFailed(coded('ENOTFOUND')),
      'name-not-found',
      `DNS knows no prom.example:9090: is the name right? ${asked}`,
    ],
    [
      'a DNS server that does not answer',
      fetchFailed(coded('EAI_AGAIN')),
      'name-not-found',
      `DNS gave no answer about prom.example:9090 ${asked}`,
    ],
    [
      'a connection that cannot be made in time',
      fetchFailed(coded('UND_ERR_CONNECT_TIMEOUT')),
      'timeout',
      `prom.example:9090 did not answer in time ${asked}`,
    ],
    [
      'an abort',
      new DOMException('This operation was aborted', 'AbortError'),
      'timeout',
      `prom.example:9090 did not answer in time ${asked}`,
    ],
    [
      'a time-out',
      new DOMException('The operation timed out', 'TimeoutError'),
      'timeout',
      `prom.example:9090 did not answer in time ${asked}`,
    ],
    [
      'a self-signed certificate',
      fetchFailed(coded('DEPTH_ZERO_SELF_SIGNED_CERT')),
      'certificate',
      `prom.example:9090 shows a certificate that cannot be trusted: it is self-signed; give Node the authority that issued it (NODE_EXTRA_CA_CERTS) ${asked}`,
    ],
    [
      'an unknown authority',
      fetchFailed(coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')),
      'certificate',
      `prom.example:9090 shows a certificate that cannot be trusted: its issuer is not known here; give Node the authority (NODE_EXTRA_CA_CERTS) ${asked}`,
    ],
    [
      'an expired certificate',
      fetchFailed(coded('CERT_HAS_EXPIRED')),
      'certificate',
      `prom.example:9090 shows a certificate that cannot be trusted: it has expired ${asked}`,
    ],
    [
      "somebody else's certificate",
      fetchFailed(coded('ERR_TLS_CERT_ALTNAME_INVALID')),
      'certificate',
      `prom.example:9090 shows a certificate that cannot be trusted: it was issued for another name ${asked}`,
    ],
    [
      'https to an http port',
      fetchFailed(coded('ERR_SSL_WRONG_VERSION_NUMBER')),
      'unexpected-answer',
      `prom.example:9090 does not speak TLS there: http instead of https? ${asked}`,
    ],
    [
      'something that is not HTTP',
      fetchFailed(coded('HPE_INVALID_CONSTANT')),
      'unexpected-answer',
      `prom.example:9090 answered with something that is not HTTP ${asked}`,
    ],
    [
      'an error with credentials in its message',
      new Error(
        'GET https://me:pw@prom.example/x?token=s3cret with Bearer s3cret',
      ),
      'crashed',
      `Asking prom.example:9090 ended with an error ${asked}: GET https://prom.example/x with Bearer …`,
    ],
    [
      'a string',
      'no',
      'crashed',
      `Asking prom.example:9090 ended with an error ${asked}: no`,
    ],
    [
      'nothing at all',
      undefined,
      'crashed',
      `Asking prom.example:9090 ended with an error ${asked}: undefined`,
    ],
    [
      'an error that is its own cause',
      circular(),
      'crashed',
      `Asking prom.example:9090 ended with an error ${asked}: round and round`,
    ],
  ])('names %s', (_, error, kind, words) => {
    expect(describeFault(error, { url })).toEqual({ kind, words });
  });

  it('does not show a path that looks like a token', () => {
    const { words } = describeFault(coded('ECONNRESET'), {
      url: 'https://calendar.example/ical/a8f7c6e5d4b3a2918f7e6d5c/basic.ics',
      method: 'PUT',
    });
    expect(words).toBe(
      'calendar.example closed the connection before its answer was complete (PUT /ical/…/basic.ics)',
    );
  });

  it('says so when the address is none', () => {
    expect(
      describeFault(new TypeError('Invalid URL'), { url: 'prom.example' }),
    ).toEqual({
      kind: 'not-found',
      words:
        'The configured address is not a URL: it needs http:// or https:// and a host',
    });
  });
});
