import { PodTrouble } from '@sightline/backstage-plugin-sightline-common';
import type { SeenTrouble } from '@sightline/backstage-plugin-sightline-node';
import { pods } from './inWords';

const does: Record<PodTrouble, string> = {
  'image-pull': 'unable to get the image',
  'crash-loop': 'crashing again and again',
  'out-of-memory': 'killed for want of memory',
  unschedulable: 'without a node to run on',
  'failed-mount': 'waiting for a volume',
  'init-failing': 'failing before the start',
  'config-error': 'without the configuration to start with',
  'not-ready': 'running, and not ready',
  evicted: 'evicted from the node',
  failed: 'failed',
};

/** `2 pods crashing again and again (web): CrashLoopBackOff: back-off 5m0s…` */
export const troubleWords = (trouble: SeenTrouble): string => {
  const { container, count, said } = trouble;
  const where = container ? ` (${container})` : '';
  return `${pods(count)} ${does[trouble.trouble]}${where}: ${said}`;
};
