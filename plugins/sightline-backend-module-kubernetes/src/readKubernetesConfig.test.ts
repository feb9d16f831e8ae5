import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readKubernetesConfig } from './readKubernetesConfig';

const read = (kubernetes: JsonObject | undefined, ours: JsonObject = {}) =>
  readKubernetesConfig(
    new ConfigReader({
      ...(kubernetes && { kubernetes }),
      sightline: { kubernetes: ours },
    }),
  );

const withClusters = (...clusters: JsonObject[]) => ({
  clusterLocatorMethods: [{ type: 'config', clusters }],
});

const eu = {
  name: 'eu',
  url: 'https://eu.example:6443/',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'secret-1',
};

const whyOf = (found: ReturnType<typeof readKubernetesConfig>) =>
  found.map(one => ('refused' in one ? one.refused.why : 'watched'));

describe('clusters of Backstage', () => {
  it('are read with their credentials and authorities', () => {
    const caData = Buffer.from('-----BEGIN CERTIFICATE-----').toString(
      'base64',
    );
    expect(
      read(
        withClusters(
          { ...eu, caData, title: 'Europe' },
          {
            ...eu,
            name: 'In a pod',
            serviceAccountToken: undefined as never,
            skipTLSVerify: true,
          },
        ),
      ),
    ).toEqual([
      {
        id: 'kubernetes:eu',
        cluster: {
          ...{ name: 'eu', url: 'https://eu.example:6443', title: 'Europe' },
          credentials: { kind: 'token', token: 'secret-1' },
          ca: '-----BEGIN CERTIFICATE-----',
          skipTlsVerify: false,
        },
      },
      {
        id: 'kubernetes:in-a-pod',
        cluster: {
          ...{ name: 'In a pod', url: 'https://eu.example:6443' },
          credentials: {
            kind: 'tokenFile',
            file: '/var/run/secrets/kubernetes.io/serviceaccount/token',
          },
          skipTlsVerify: true,
        },
      },
    ]);
  });

  it('are refused in words where nobody could watch them, and the others are watched', () => {
    const found = read({
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            { ...eu, name: 'us', authProvider: 'aws' },
            { ...eu, url: 'secret-2' },
            { ...eu, name: 'far', caFile: '/not/there.pem' },
          ],
        },
        { type: 'gke' },
        { type: 'catalog' },
        { type: 'localKubectlProxy' },
      ],
    });
    expect(whyOf(found)).toEqual([
      'its authProvider is aws, which a watcher without a user cannot use: give a token for it under sightline.kubernetes.credentials',
      'these keys are wrong: url',
      'its caFile /not/there.pem cannot be read',
      'clusters of the locator gke are not read: name them under a locator config, or in a kubeconfig',
      'clusters of the locator catalog are not read, so that nobody can have our token sent anywhere by registering an entity: name them under a locator config, or in a kubeconfig',
      'watched',
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('are watched with credentials of our own where there are some', () => {
    const credentials = [{ cluster: 'us', tokenFile: '/secrets/us' }];
    expect(
      read(withClusters({ ...eu, name: 'us', authProvider: 'aws' }), {
        credentials,
      }),
    ).toMatchObject([
      { cluster: { credentials: { kind: 'tokenFile', file: '/secrets/us' } } },
    ]);
  });

  it('have one source each, and may be left out', () => {
    const found = read(
      withClusters(eu, { ...eu, name: 'E.U' }, { ...eu, name: 'e-u' }, eu, {
        ...eu,
        name: 'us',
      }),
      { leaveOut: ['us'] },
    );
    expect(found.map(({ id }) => id)).toEqual([
      'kubernetes:eu',
      'kubernetes:e-u',
      'kubernetes:e-u-2',
    ]);
  });

  it('are not there where nothing is configured', () => {
    expect(read(undefined)).toEqual([]);
    expect(read({})).toEqual([]);
    expect(whyOf(read({ clusterLocatorMethods: 'all' }))).toEqual([
      'these keys under kubernetes are wrong: clusterLocatorMethods',
    ]);
  });

  it('say nothing of a token that is written wrongly', () => {
    const credentials = [{ cluster: 'us', token: 'open\nsesame' }];
    expect(() => read(undefined, { credentials })).toThrow(
      'sightline.kubernetes.credentials[0]',
    );
    expect(() => read(undefined, { credentials })).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('sesame'),
      }),
    );
  });
});

describe('clusters of a kubeconfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  const file = join(folder, 'config');
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (user: string) =>
    writeFileSync(
      file,
      `apiVersion: v1
kind: Config
current-context: test
clusters:
  - name: a
    cluster: { server: 'https://a.example', certificate-authority: ca.pem }
users:
  - name: reader
    user: ${user}
contexts:
  - name: test
    context: { cluster: a, user: reader }
`,
    );

  it('are those of its contexts', () => {
    writeFileSync(join(folder, 'ca.pem'), 'the authority');
    write('{ token: abc }');
    expect(read(undefined, { kubeconfig: file })).toEqual([
      {
        id: 'kubernetes:test',
        cluster: {
          ...{ name: 'test', url: 'https://a.example', ca: 'the authority' },
          ...{
            credentials: { kind: 'token', token: 'abc' },
            skipTlsVerify: false,
          },
        },
      },
    ]);
    expect(
      whyOf(read(undefined, { kubeconfig: file, contexts: ['none'] })),
    ).toEqual(['the kubeconfig has no context of that name']);
  });

  it.each([
    [
      '{ exec: { command: aws } }',
      'its user gets credentials from a program, and we run none: give it a token',
    ],
    [
      '{ token: 7 }',
      'the kubeconfig says nothing useful about its cluster or user',
    ],
    [
      '{ client-certificate: gone.pem }',
      'a certificate that the kubeconfig names cannot be read',
    ],
  ])('are refused with the user %s', (user, why) => {
    write(user);
    expect(whyOf(read(undefined, { kubeconfig: file }))).toEqual([why]);
  });

  it('are missed where there is no such file', () => {
    expect(whyOf(read(undefined, { kubeconfig: '/not/there' }))).toEqual([
      '/not/there cannot be read, or is not YAML',
    ]);
    writeFileSync(file, 'contexts: 7');
    expect(whyOf(read(undefined, { kubeconfig: file }))).toEqual([
      `${file} is not a kubeconfig`,
    ]);
  });
});

describe('the cluster we run in', () => {
  it('is refused where we run in none', () => {
    expect(whyOf(read(undefined, { inCluster: 'here' }))).toEqual([
      'we do not run in a cluster: no service account is mounted',
    ]);
  });
});
