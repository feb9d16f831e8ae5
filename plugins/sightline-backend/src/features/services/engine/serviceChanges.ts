import {
  Service,
  ServiceChange,
} from '@sightline/backstage-plugin-sightline-common';

const read: Record<ServiceChange['what'], (s: Service) => string | undefined> =
  {
    owner: service => service.owner?.ref,
    tier: service => service.tier,
    lifecycle: service => service.lifecycle,
    system: service => service.system?.ref,
    domain: service => service.domain?.ref,
    type: service => service.type,
    title: service => service.title,
    version: service => service.version,
    dataClassification: service => service.dataClassification,
    runbook: service => service.runbook,
  };

/** What others may care about when a service changes, in a fixed order. */
export const serviceChanges = (
  before: Service,
  after: Service,
): ServiceChange[] =>
  (Object.keys(read) as ServiceChange['what'][]).flatMap(what => {
    const from = read[what](before);
    const to = read[what](after);
    return from === to
      ? []
      : [{ what, ...(from && { from }), ...(to && { to }) }];
  });
