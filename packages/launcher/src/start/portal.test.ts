import { portalProcesses } from './portal.ts';

const options = {
  root: '/checkout',
  port: 7010,
  data: '/checkout/.local/data',
  senderToken: 'token-of-senders',
  townToken: 'token-of-the-town',
};
const configsOf = (command: string[]) =>
  command.filter((_, i) => command[i - 1] === '--config');

it('tells the portal where the town answers, behind its own settings', () => {
  const [{ command, env }] = portalProcesses({
    ...options,
    town: {
      prometheus: 'http://127.0.0.1:40123',
      pact: 'http://127.0.0.1:40124',
      kubernetes: 'http://127.0.0.1:40125',
    },
  });

  expect(configsOf(command)).toEqual([
    '/checkout/app-config.town.yaml',
    '/checkout/app-config.town-pact.yaml',
    '/checkout/app-config.town-kubernetes.yaml',
    '/checkout/app-config.yaml',
    '/checkout/app-config.senders.yaml',
  ]);
  expect(env).toMatchObject({
    SIGHTLINE_TOWN_PROMETHEUS: 'http://127.0.0.1:40123',
    SIGHTLINE_TOWN_PACT: 'http://127.0.0.1:40124',
    SIGHTLINE_TOWN_KUBERNETES: 'http://127.0.0.1:40125',
    SIGHTLINE_TOWN_TOKEN: 'token-of-the-town',
  });
});

it('tells of what the town answers as, and of nothing else', () => {
  const [{ command, env }] = portalProcesses({
    ...options,
    town: { prometheus: 'http://127.0.0.1:40123' },
  });

  expect(configsOf(command)).not.toContain(
    '/checkout/app-config.town-pact.yaml',
  );
  expect(env).not.toHaveProperty('SIGHTLINE_TOWN_PACT');
});

it('knows nothing of the town when there is none', () => {
  const [{ command, env }] = portalProcesses(options);

  expect(configsOf(command)).toEqual([
    '/checkout/app-config.yaml',
    '/checkout/app-config.senders.yaml',
  ]);
  expect(env).not.toHaveProperty('SIGHTLINE_TOWN_PROMETHEUS');
  expect(env).not.toHaveProperty('SIGHTLINE_TOWN_PACT');
  expect(env).not.toHaveProperty('SIGHTLINE_TOWN_TOKEN');
});
