import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';

/** A tab of a service in the portal, where somebody said where that is. */
export const portalLink = (
  { portal }: { portal?: string },
  service: ServiceRef,
  tab: string,
): { url?: string } => {
  const [, namespace, name] = /^component:([^/]+)\/(.+)$/.exec(service) ?? [];
  if (portal === undefined || name === undefined) return {};
  return { url: `${portal}/catalog/${namespace}/component/${name}/${tab}` };
};
