import { ref } from '../../../__testUtils__/harbour';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
let sightline: Sightline;

beforeAll(async () => {
  sightline = await startSightline({ database: await open('SQLITE_3') });
  await sightline.sweep();
});
afterEach(() => sightline.allow(allowAll));

const invoke = (action: string, input: unknown) =>
  sightline.actions.invoke({
    id: `test:${action}`,
    input: input as never,
    credentials: sightline.asker(),
  });

it('every action tells agents that it only reads', async () => {
  const { actions } = await sightline.actions.list();

  expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual(
    [
      ...['find-services', 'get-dossier', 'get-calls-of-service'],
      ...['get-dependency-drift', 'get-blast-radius', 'get-error-suspects'],
      ...['can-i-deploy', 'get-contracts', 'who-is-on-call'],
      ...['get-workloads', 'get-deploys'],
      ...['get-objectives', 'get-burning-services'],
      ...['safe-to-deploy', 'lookup', 'list-sources'],
    ].map(name => [
      name,
      { readOnly: true, idempotent: true, destructive: false },
    ]),
  );
});

describe('find-services', () => {
  it('turns a vague name into refs', async () => {
    expect(await invoke('find-services', { q: 'takes paym' })).toEqual({
      output: { total: 0, services: [] },
    });
    expect(await invoke('find-services', { q: 'paym', tier: ['T0'] })).toEqual({
      output: {
        total: 1,
        services: [
          {
            ref: ref('payments'),
            title: 'Payments',
            description: '=Takes money, "at once"',
            owner: 'group:default/payments',
            system: 'system:default/checkout',
            tier: 'T0',
            lifecycle: 'production',
          },
        ],
      },
    });
  });

  it('takes a group for all groups under it, and says how many there are in all', async () => {
    const { output } = (await invoke('find-services', {
      owner: ['group:default/payments'],
      limit: 1,
    })) as any;

    expect([output.total, output.services.length]).toEqual([3, 1]);
  });

  it.each([
    ['a limit beyond 50', { limit: 51 }],
    ['no limit', { limit: 0 }],
    ['an unknown tier', { tier: ['T9'] }],
    ['too long a question', { q: 'x'.repeat(201) }],
    ['an owner that is no list', { owner: 'ann' }],
  ])('refuses %s', async (_title, input) => {
    await expect(invoke('find-services', input)).rejects.toThrow(
      'Invalid input to action',
    );
  });

  it('needs the permission of its asker', async () => {
    sightline.allow(denying('sightline.service.read'));
    await expect(invoke('find-services', {})).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'You may not see services',
    });
  });
});

describe('get-dossier', () => {
  it.each(['payments', 'Component:Payments', 'component:default/payments'])(
    'gives the document the API gives, asked for %s',
    async service => {
      const { body } = await sightline.get(
        '/v1/services/default/payments/dossier',
      );
      expect(await invoke('get-dossier', { service })).toEqual({
        // It may have been assembled anew since.
        output: { dossier: { ...body, assembledAt: expect.any(String) } },
      });
    },
  );

  it.each([
    ['a service that does not exist', 'ghost', 'NotFoundError'],
    ['what cannot be a service', 'group:default/payments', 'InputError'],
    ['what cannot be read', 'a:b:c', 'InputError'],
    ['nothing', '', 'InputError'],
  ])('refuses %s', async (_title, service, name) => {
    await expect(invoke('get-dossier', { service })).rejects.toMatchObject({
      name,
    });
  });

  it('needs the permission of its asker', async () => {
    sightline.allow(denying('sightline.service.read'));
    await expect(
      invoke('get-dossier', { service: 'payments' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
