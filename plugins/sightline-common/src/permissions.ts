import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/** What conditional decisions are about: one service. @public */
export const RESOURCE_TYPE_SERVICE = 'sightline-service';

/** See a service in lists and its dossier; can be granted by owner. @public */
export const serviceReadPermission: ResourcePermission<'sightline-service'> =
  createPermission({
    name: 'sightline.service.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_SERVICE,
  });

/** See the state of the sources. @public */
export const sourceReadPermission = createPermission({
  name: 'sightline.source.read',
  attributes: { action: 'read' },
});

/** Ask a source again before its time. @public */
export const sourceRefreshPermission = createPermission({
  name: 'sightline.source.refresh',
  attributes: { action: 'update' },
});

/** See outside names and what they are taken to mean. @public */
export const aliasReadPermission = createPermission({
  name: 'sightline.alias.read',
  attributes: { action: 'read' },
});

/** Accept and reject what an outside name is taken to mean. @public */
export const aliasManagePermission = createPermission({
  name: 'sightline.alias.manage',
  attributes: { action: 'update' },
});

/** State objectives through the API, and take them back. @public */
export const objectiveManagePermission = createPermission({
  name: 'sightline.objective.manage',
  attributes: { action: 'update' },
});

/** Put somebody else on call for a while, where a rotation in YAML says who is. @public */
export const onCallOverridePermission = createPermission({
  name: 'sightline.oncall.override',
  attributes: { action: 'update' },
});

/** @public */
export const sightlinePermissions = [
  serviceReadPermission,
  sourceReadPermission,
  sourceRefreshPermission,
  aliasReadPermission,
  aliasManagePermission,
  objectiveManagePermission,
  onCallOverridePermission,
];
