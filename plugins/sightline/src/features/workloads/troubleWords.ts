import {
  PodTrouble,
  TroubledPods,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';

type TroubleWords = {
  title: string;
  todo: string;
  /** what a look at it begins with */
  look: 'describe' | 'logs' | 'last-logs';
};

/** What ails pods, and where to look first. */
export const troubleWords: Record<PodTrouble, TroubleWords> = {
  'image-pull': {
    title: 'The image cannot be pulled',
    todo: 'Push that tag, correct its name, or let the namespace read the registry.',
    look: 'describe',
  },
  'crash-loop': {
    title: 'It crashes again and again',
    todo: 'The last words before the crash say why.',
    look: 'last-logs',
  },
  'out-of-memory': {
    title: 'It needs more memory than it may have',
    todo: 'Find what grows, or raise its memory limit.',
    look: 'last-logs',
  },
  unschedulable: {
    title: 'No node takes it',
    todo: 'Lower what it requests, add nodes, or let it onto others: what each node refuses is among its events.',
    look: 'describe',
  },
  'failed-mount': {
    title: 'A volume does not mount',
    todo: 'The secret, config map or claim that it names must be in its namespace.',
    look: 'describe',
  },
  'init-failing': {
    title: 'An init container fails',
    todo: 'Nothing else of the pod starts before it; its own words say why.',
    look: 'last-logs',
  },
  'config-error': {
    title: 'Its configuration is missing',
    todo: 'A key, secret or config map that it names is not there.',
    look: 'describe',
  },
  'not-ready': {
    title: 'It runs and is not ready',
    todo: 'Its readiness probe fails, so that it gets no traffic.',
    look: 'logs',
  },
  evicted: {
    title: 'It was evicted',
    todo: 'Its node ran short of something: request what it really uses.',
    look: 'describe',
  },
  failed: {
    title: 'It failed',
    todo: 'It ended, and not well; its last words say why.',
    look: 'logs',
  },
};

/** A first look at one of the pods, to be pasted into a terminal. */
export const lookAt = (
  { namespace }: WorkloadKey,
  { trouble, pods: [pod], container }: TroubledPods,
): string | undefined => {
  if (!pod) {
    return undefined;
  }
  const { look } = troubleWords[trouble];
  if (look === 'describe') {
    return `kubectl -n ${namespace} describe pod ${pod}`;
  }
  return [
    `kubectl -n ${namespace} logs ${pod}`,
    container && `-c ${container}`,
    look === 'last-logs' && '--previous',
    '--tail=100',
  ]
    .filter(Boolean)
    .join(' ');
};
