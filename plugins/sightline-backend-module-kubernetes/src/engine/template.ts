import { createHash } from 'node:crypto';
import {
  ContainerImage,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import { compact, exactly, raw, Raw, rawList, text } from './raw';

const ofRestarts = 'kubectl.kubernetes.io/restartedAt';

// Controllers put these on the templates they copy.
const ofControllers = new Set([
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'controller-revision-hash',
]);

const without = (record: Raw, gone: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !gone(key)));

const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;

/**
 * The same for the same pod template, however it was copied, scaled or restarted.
 * A restart only writes the time into an annotation.
 */
export const templateId = (template: Raw): string => {
  const metadata = raw(template.metadata);
  const same = {
    annotations: without(raw(metadata.annotations), key => key === ofRestarts),
    labels: without(raw(metadata.labels), key => ofControllers.has(key)),
    spec: template.spec ?? {},
  };
  const hash = createHash('sha256').update(JSON.stringify(same, sorted));
  // A slice would keep the whole text in memory.
  return hash.digest().toString('hex', 0, 8);
};

export const restartedAtOf = (template: Raw) =>
  raw(raw(template.metadata).annotations)[ofRestarts];

/** `shop/web:1.2@sha256:…` → `1.2`; a registry's port is no version. */
const versionOf = (image: string) => {
  const [name] = image.split('@');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(colon + 1) : undefined;
};

/** Containers of one pod that are looked at: there is no limit in the API. */
const mostContainers = 50;

const containersOf = (template: Raw) =>
  rawList(raw(template.spec).containers).slice(0, mostContainers);

const namedImages = (template: Raw): [container: string, image: string][] =>
  containersOf(template).flatMap(one => {
    const container = text(one.name, 253);
    const image = text(one.image, 500);
    return container && image ? [[container, image]] : [];
  });

const toImage = ([container, image]: [string, string]): ContainerImage =>
  compact({ container, image, version: versionOf(image), digests: [] });

export const imagesOf = (template: Raw): ContainerImage[] =>
  exactly(namedImages(template).map(toImage));

/** Containers whose images are kept of a template that is out no more. */
const mostKept = 5;

/** Images in one text: there are many templates that nobody may ever ask about. */
export const keptImages = {
  of: (template: Raw): string =>
    JSON.stringify(namedImages(template).slice(0, mostKept)),
  read: (kept: string): ContainerImage[] =>
    (JSON.parse(kept) as [string, string][]).map(toImage),
};

const floats = (image: unknown) => {
  const said = text(image, 500);
  if (!said || said.includes('@')) return false;
  return ['latest', undefined].includes(versionOf(said));
};

const isEmpty = (record: unknown) => Object.keys(raw(record)).length === 0;

/** What the template itself lacks; `serves` for what answers requests for ever. */
export const lacksOf = (template: Raw, serves: boolean): WorkloadLack[] => {
  const all = containersOf(template);
  const some = (is: (one: Raw) => boolean) => all.some(is);
  const lacks: [WorkloadLack, boolean][] = [
    ['no-readiness-probe', serves && some(one => isEmpty(one.readinessProbe))],
    ['no-liveness-probe', serves && some(one => isEmpty(one.livenessProbe))],
    ['no-requests', some(one => isEmpty(raw(one.resources).requests))],
    ['no-limits', some(one => isEmpty(raw(one.resources).limits))],
    ['floating-image', some(one => floats(one.image))],
  ];
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []));
};
