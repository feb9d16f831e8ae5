import { Asked } from '../readAsked';

/** Kubernetes leaves out vowels, and digits that look like letters. */
const safe = '[bcdfghjklmnpqrstvwxz2456789]';

/**
 * ```
 *   search-7c9f8d64b5-x2x4q   Deployment: a hash, and five letters
 *   exports-29384720-b8kzm    CronJob: minutes since 1970, and five letters
 *   node-agent-x2x4q          DaemonSet, Job: five letters
 *   identity-0                StatefulSet: a number
 * ```
 */
const shapes = [
  new RegExp(`^(.+)-(${safe}{5,10}-${safe}{5})$`),
  new RegExp(`^(.+)-(\\d{8,10}-${safe}{5})$`),
  new RegExp(`^(.+)-(${safe}{5})$`),
  /^(.+)-(\d{1,3})$/,
];

const workloadOf = (pod: string): string | undefined => {
  for (const shape of shapes) {
    const [, name, rest] = shape.exec(pod) ?? [];
    // Hashes have digits nearly always: a word has none.
    if (name && /\d/.test(rest)) return name;
  }
  return undefined;
};

/**
 * The workload of a pod, with the namespace where that is written in front.
 *
 * @example `pod/search-7c9f8d64b5-x2x4q`, `discovery/identity-0`
 */
export const readPod = (text: string): Asked | undefined => {
  const said = text.trim().toLowerCase();
  const [, before, pod] = /^(?:([a-z\d-]+)\/)?([a-z\d.-]+)$/.exec(said) ?? [];
  const workload = pod && workloadOf(pod);
  if (!pod || !workload) return undefined;
  const namespace = before && !/^pods?$/.test(before) ? before : undefined;
  const where = namespace ? { namespace } : {};
  return {
    form: 'pod',
    read: `The workload ${workload}, by the name of its pod`,
    texts: [
      { text: pod, weight: 1, ...where },
      { text: workload, weight: 0.97, ...where },
    ],
  };
};
