import { Millis } from '@sightline/backstage-plugin-sightline-common';

/** How rotations are found: `sightline.oncall.rotations`. */
export type OnCallConfig = {
  /** absolute */
  folders: string[];
  every: Millis;
  remoteEvery: Millis;
  /** files */
  atMost: number;
};
