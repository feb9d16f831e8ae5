import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';

// For tests only: this key protects nothing, and nobody trusts its certificate.
// The key is public on purpose; making one at test time would need a library.
const testOnlyKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgSMotUVKBKsNAF4pW
A9cvMaNops+OLxIcLoWs/JE0nrKhRANCAATgOtzEQG+FBVlmGsv8VijuI++8jkRR
FtahK4X8HN3mGeJZnIb5RMMb5Iqr114/4fiyXzEnmKN2/DaHNImyVG8J
-----END PRIVATE KEY-----`;

const selfSignedCertificate = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIUUBZu6NrxahB1p55ta5uvIYnfut8wCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOdW50cnVzdGVkLnRlc3QwIBcNMjYxMTIxMTQ1OTEyWhgPMjEy
NjEwMjgxNDU5MTJaMBkxFzAVBgNVBAMMDnVudHJ1c3RlZC50ZXN0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAE4DrcxEBvhQVZZhrL/FYo7iPvvI5EURbWoSuF/Bzd
5hniWZyG+UTDG+SKq9deP+H4sl8xJ5ijdvw2hzSJslRvCaNTMFEwHQYDVR0OBBYE
FO8Qpqj7PVNUBsPq98YpNHDvjtObMB8GA1UdIwQYMBaAFO8Qpqj7PVNUBsPq98Yp
NHDvjtObMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgNRxJy/Dk
uiSaYd9Tc6o6ZBWC/KBiFm3mvqz8vAfL6lwCIEPPUHc9849DfW3VNPaa6jUlTLln
755UIR/ZlZRvdnVz
-----END CERTIFICATE-----`;

/** An HTTPS server on 127.0.0.1 whose certificate nobody has signed. @public */
export const startUntrustedWorld = async (): Promise<{
  url: string;
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
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
