import { PullSource } from '@sightline/backstage-plugin-sightline-node';
import { askedService } from './asking';

/** A source called Prometheus that is asked as the test says. */
export const pulling = (
  pull: PullSource['pull'],
  defaults: PullSource['defaults'] = {},
): PullSource => ({
  kind: 'pull',
  id: 'prometheus',
  title: 'Prometheus',
  defaults,
  pull,
});

export const fleetOf = (size: number) =>
  Array.from({ length: size }, (_, nth) => askedService(`s${nth}`));

export const clueAbout = (service: string) => ({
  service,
  kind: 'host',
  value: service,
});

/** Gives up on a question after its first try. */
export const quick = { retry: { attempts: 1 } };
