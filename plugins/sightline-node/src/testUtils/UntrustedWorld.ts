import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';

// For tests only: this key protects nothing, and nobody trusts its certificate.
// The key is public on purpose; making one at test time would need a library.
const testOnlyKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6VGgF7z6XZrjbhtt
wkz73YiYhUnO59GD3UK1sd6w9WahRANCAAROEZBSszA/hW17YUxBMBJ3hDHqfafU
l8izK3YTq34SZ3xuZG+xotcrKfN7J3iw7++xVWjlprF+jHrA4uey0VzZ
-----END PRIVATE KEY-----`;

const selfSignedCertificate = `-----BEGIN CERTIFICATE-----
MIIBmTCCAT6gAwIBAgIUX71xd3elUgMr6GhFldp01l6zJcMwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNbG9vcGJhY2sudGVzdDAgFw0yNjExMjExNzQwMDRaGA8yMTI2
MTAyODE3NDAwNFowGDEWMBQGA1UEAwwNbG9vcGJhY2sudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABE4RkFKzMD+FbXthTEEwEneEMep9p9SXyLMrdhOrfhJn
fG5kb7Gi1ysp83sneLDv77FVaOWmsX6MesDi57LRXNmjZDBiMB0GA1UdDgQWBBSm
gKYJDVucoooVHWOLrflGewJ6hDAfBgNVHSMEGDAWgBSmgKYJDVucoooVHWOLrflG
ewJ6hDAPBgNVHRMBAf8EBTADAQH/MA8GA1UdEQQIMAaHBH8AAAEwCgYIKoZIzj0E
AwIDSQAwRgIhAOFFGggRrfvE6pgyTYlCyNKKHLekHsoawL0nWajfFSfyAiEAjIU0
KCU6YFi3ZYxT+3ypc1NcUpNrf29Yailm2m9C4z4=
-----END CERTIFICATE-----`;

/** An HTTPS server on 127.0.0.1 whose certificate nobody has signed. @public */
export const startUntrustedWorld = async (): Promise<{
  url: string;
  /** its certificate: whoever takes it for an authority trusts the server */
  ca: string;
  stop(): Promise<void>;
}> => {
  const server = createServer(
    { key: testOnlyKey, cert: selfSignedCertificate },
    (_, response) => response.end('{}'),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    ca: selfSignedCertificate,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
