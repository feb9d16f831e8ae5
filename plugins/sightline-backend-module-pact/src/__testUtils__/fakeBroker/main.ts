import { startFakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { answerAsBroker } from './answerAsBroker';
import { manyPacts } from './BrokerModel';

/**
 * A large broker in a process of its own, for measurements: says `{ url }` when
 * it is ready, and ends with whoever started it.
 */
const main = async () => {
  const model = manyPacts({
    ...{ pacticipants: 1000, integrations: 5000, environments: 10 },
  });
  const world = await startFakeWorld({ answer: answerAsBroker({ model }) });
  process.send?.({ url: world.url });
  process.once('disconnect', () => process.exit());
};

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
