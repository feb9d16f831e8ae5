import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { serviceReadPermission } from '@sightline/backstage-plugin-sightline-common';
import { rememberDecisions } from './rememberDecisions';

const setUp = () => {
  let now = 0;
  let asked = 0;
  let answer = async (): Promise<AuthorizeResult> => AuthorizeResult.ALLOW;
  const backend: Pick<PermissionsService, 'authorizeConditional'> = {
    authorizeConditional: async () => {
      asked += 1;
      const result = await answer();
      return [{ result } as { result: AuthorizeResult.ALLOW }];
    },
  };
  const remembering = rememberDecisions(backend as PermissionsService, {
    clock: () => now,
  });
  return {
    ask: (credentials = mockCredentials.user('user:default/ana')) =>
      remembering.authorizeConditional(
        [{ permission: serviceReadPermission }],
        { credentials },
      ),
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
};

describe('rememberDecisions', () => {
  it('asks once for the same user within two seconds, even at the same time', async () => {
    const { ask, asked, pass } = setUp();

    await Promise.all([ask(), ask()]);
    pass(1_999);
    await ask();

    expect(asked()).toBe(1);
  });

  it('hears a policy that changed its mind after two seconds', async () => {
    const { ask, pass, answerWith } = setUp();
    await ask();
    answerWith(async () => AuthorizeResult.DENY);

    pass(2_000);

    expect(await ask()).toEqual([{ result: 'DENY' }]);
  });

  it('never gives one user the decision of another', async () => {
    const { ask, answerWith } = setUp();
    await ask();
    answerWith(async () => AuthorizeResult.DENY);

    expect(await ask(mockCredentials.user('user:default/bo'))).toEqual([
      { result: 'DENY' },
    ]);
  });

  it('remembers no failure', async () => {
    const { ask, answerWith } = setUp();
    answerWith(() => Promise.reject(new Error('permission backend is away')));
    await expect(ask()).rejects.toThrow('permission backend is away');
    answerWith(async () => AuthorizeResult.ALLOW);

    expect(await ask()).toEqual([{ result: 'ALLOW' }]);
  });

  it('asks each time for a service, which says little about who is behind it', async () => {
    const { ask, asked } = setUp();
    const service = mockCredentials.service() as unknown as ReturnType<
      typeof mockCredentials.user
    >;

    await ask(service);
    await ask(service);

    expect(asked()).toBe(2);
  });
});
