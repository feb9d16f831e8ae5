import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';

/** One value of DER: what it is, how long it is, and what is in it. */
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  if (length < 0x80) return Buffer.from([tag, length, ...body]);
  const size = Buffer.from([length >> 8, length & 0xff]);
  return Buffer.from([tag, 0x82, ...size, ...body]);
};

const hex = (text: string) => Buffer.from(text, 'hex');
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const text = (tag: number, said: string) => der(tag, Buffer.from(said));

const ids = {
  signedByEcdsa: hex('06082a8648ce3d040302'),
  commonName: hex('0603550403'),
  basicConstraints: hex('0603551d13'),
  subjectAltName: hex('0603551d11'),
};

const nameOf = (common: string) =>
  sequence(der(0x31, sequence(ids.commonName, text(0x0c, common))));

const isAuthority = sequence(
  ...[ids.basicConstraints, der(0x01, hex('ff'))],
  der(0x04, sequence(der(0x01, hex('ff')))),
);

const loopback = sequence(
  ids.subjectAltName,
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
);

const pem = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${bytes
    .toString('base64')
    .replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

type Certificate = {
  subject: string;
  publicKey: KeyObject;
  issuer: { name: string; key: KeyObject };
  extension: Buffer;
};

let serial = 1;

/** As RFC 5280 has it, with nothing that may be left out; valid for a hundred years. */
const certificate = (of: Certificate): string => {
  const algorithm = sequence(ids.signedByEcdsa);
  const lasts = sequence(
    text(0x17, '200101000000Z'),
    text(0x18, '21200101000000Z'),
  );
  serial += 1;
  const said = sequence(
    ...[der(0xa0, der(0x02, hex('02'))), der(0x02, Buffer.from([serial]))],
    ...[algorithm, nameOf(of.issuer.name), lasts, nameOf(of.subject)],
    of.publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(of.extension)),
  );
  const signature = sign('sha256', said, of.issuer.key);
  return pem(sequence(said, algorithm, der(0x03, hex('00'), signature)));
};

/** An authority of our own, and whom it vouches for: made anew, so no key is kept anywhere. */
export const createAuthority = (name: string) => {
  const { publicKey, privateKey } = pair();
  const issuer = { name, key: privateKey };
  return {
    ca: certificate({
      ...{ subject: name, publicKey, issuer, extension: isAuthority },
    }),
    /** for whoever answers at 127.0.0.1, or asks from there */
    issue(subject: string) {
      const own = pair();
      return {
        cert: certificate({
          ...{ subject, publicKey: own.publicKey, issuer, extension: loopback },
        }),
        key: own.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
      };
    },
  };
};
