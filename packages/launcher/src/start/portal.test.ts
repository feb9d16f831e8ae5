import { portalProcesses } from './portal.ts';

const options = {
  root: '/checkout',
  port: 7010,
  data: '/checkout/.local/data',
  senderToken: 'token-of-senders',
};
const configsOf = (command: string[]) =>
  command.filter((_, i) => command[i - 1] === '--config');

it('tells the portal where the town answers like Prometheus, behind its own settings', () => {
  const [{ command, env }] = portalProcesses({
    ...options,
    townPrometheus: 'http://127.0.0.1:40123',
  });

  expect(configsOf(command)).toEqual([
    '/checkout/app-config.town.yaml',
    '/checkout/app-config.yaml',
    '/checkout/app-config.senders.yaml',
  ]);
  expect(env).toMatchObject({
    SIGHTLINE_TOWN_PROMETHEUS: 'http://127.0.0.1:40123',
  });
});

it('knows of no Prometheus without a town', () => {
  const [{ command, env }] = portalProcesses(options);

  expect(configsOf(command)).toEqual([
    '/checkout/app-config.yaml',
    '/checkout/app-config.senders.yaml',
  ]);
  expect(env).not.toHaveProperty('SIGHTLINE_TOWN_PROMETHEUS');
});
