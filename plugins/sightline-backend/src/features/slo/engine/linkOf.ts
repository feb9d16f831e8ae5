/** Path within the portal to how a service's objectives stand, or one of them. */
export const linkOf = (service: string, objective?: string): string => {
  const [, namespace, name] = /^component:([^/]+)\/(.+)$/.exec(service) ?? [];
  if (name === undefined) return '/sightline/slos';
  const tab = `/catalog/${namespace}/component/${name}/slo`;
  return objective === undefined
    ? tab
    : `${tab}?objective=${encodeURIComponent(objective)}`;
};
