import { Outcome } from '@sightline/backstage-plugin-sightline-node';
import { OtlpTraces } from '../../sampling/engine/otlpTraces';
import { TimeWindow } from '../../sampling/engine/windowAt';
import { Asker } from '../Asker';

export type JaegerSearch = {
  service: string;
  window: TimeWindow;
  atMost: number;
};

export type FoundTraces = {
  /** how many traces; as many as were asked for may be not all there are */
  count: number;
  /** all together, in pieces that are made when they are asked for */
  pieces: Iterable<OtlpTraces>;
};

/** One of the two APIs by which a Jaeger can be asked. */
export interface JaegerApi {
  services(asker: Asker): Promise<Outcome<unknown[]>>;
  traces(asker: Asker, search: JaegerSearch): Promise<Outcome<FoundTraces>>;
}
