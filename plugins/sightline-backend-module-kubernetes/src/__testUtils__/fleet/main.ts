import { FakeApiServer } from '../FakeApiServer';
import { fillCluster, workloadsOf } from './fillCluster';
import { deployment } from '../objects';

/** What it is told to do. */
type FleetOrder = { do: 'change' | 'drop'; nth: number };

const perCluster = { workloads: 1667, podsOfEach: 12 };

/** Three clusters of a fleet, in a process of their own: it ends with who started it. */
const main = async () => {
  const servers = await Promise.all([1, 2, 3].map(() => FakeApiServer.start()));
  servers.forEach(server => fillCluster(server, perCluster));
  const lists = () =>
    servers
      .flatMap(({ counts }) => Object.values(counts.lists))
      .reduce((sum, one) => sum + one, 0);

  const obey = ({ do: what, nth }: FleetOrder) => {
    const server = servers[nth % servers.length];
    if (what === 'drop') servers.forEach(one => one.drop());
    else
      server.put(
        'deployments',
        deployment(workloadsOf(nth), {
          image: `shop/web:${nth}`,
          replicas: 12,
        }),
      );
  };
  process.on('message', (order: FleetOrder) => {
    obey(order);
    process.send?.({
      done: performance.timeOrigin + performance.now(),
      lists: lists(),
    });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({
    urls: servers.map(({ url }) => url),
    ...{
      token: servers[0].token,
      workloads: servers.length * perCluster.workloads,
    },
  });
};

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
