import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import type { SourceReport } from '@sightline/backstage-plugin-sightline-node';

/**
 * The services a report speaks of. Intake knows no section; it relies on the
 * convention that a statement names the service it is about in `service`.
 */
export const mentionedServices = (report: SourceReport): Set<ServiceRef> => {
  const mentioned = new Set<ServiceRef>();
  for (const section of Object.values(report)) {
    for (const statement of Array.isArray(section) ? section : []) {
      const service = (statement as { service?: unknown } | null)?.service;
      if (typeof service === 'string') {
        mentioned.add(service);
      }
    }
  }
  return mentioned;
};
