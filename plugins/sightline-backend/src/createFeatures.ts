import { NotificationService } from '@backstage/plugin-notifications-node';
import { readTraceLinks } from '@sightline/backstage-plugin-sightline-node';
import { registerExtensionPoints } from './extensionPoints';
import { createCalls } from './features/calls';
import { Contracts, createContracts } from './features/contracts';
import { createOnCall } from './features/oncall';
import {
  BriefSources,
  createLookup,
  createServices,
  DeploySources,
  ServicesOptions,
} from './features/services';
import {
  createSlo,
  joinMarks,
  noticesByBackstage,
  SloOptions,
} from './features/slo';
import { createWorkloads } from './features/workloads';
import { createIntake, Intake, IntakeOptions } from './intake';

/** What Backstage gives; `database` as `openDatabase` opens it. */
export type Base = Omit<ServicesOptions, 'factProviders' | 'clueProviders'> &
  Pick<SloOptions, 'urlReader'> &
  Pick<IntakeOptions, 'scheduler'> & { notifications: NotificationService };

type Extensions = ReturnType<typeof registerExtensionPoints>;

/**
 * Every feature, in the order in which it leans on the ones before it, and the
 * sources that tell them of the world. What one wants of another is handed in
 * here and nowhere else.
 */
export const createFeatures = (base: Base, extensions: Extensions) => {
  const services = createServices({ ...base, ...extensions });
  const catalog = services.directory;

  const calls = createCalls({
    ...{ ...base, catalog, names: services.aliases },
    traceLinks: readTraceLinks(base.config),
    onNames: services.sections.names,
    changed: services.changed,
    contracts: () => contracts.reader.promised(),
    allServices: services.asked,
  });
  services.registerPart(calls.part);
  services.registerRowPart(calls.row);
  extensions.addFactProvider(calls.facts);

  const contracts: Contracts = createContracts({
    ...{ ...base, ...extensions, catalog, names: services.aliases },
    traffic: calls.traffic,
    changed: services.changed,
    rowsChanged: () => services.rowsChanged('contracts'),
    askAnew: source => intake.askAnew(source),
  });
  services.registerPart(contracts.part);
  services.registerRowPart(contracts.row);
  extensions.addFactProvider(contracts.facts);

  const workloads = createWorkloads({
    ...{ ...base, names: services.aliases, fleet: services.fleet },
    sources: extensions.sources,
    changed: services.changed,
    healthChanged: () => services.rowsChanged('health'),
  });
  services.registerPart(workloads.part);
  workloads.rows.forEach(services.registerRowPart);
  extensions.addFactProvider(workloads.facts);

  const onCall = createOnCall({
    ...base,
    fleet: { inBrief: services.fleet.inBrief, read: catalog.read },
    changed: services.changed,
  });
  services.registerPart(onCall.part);
  services.registerRowPart(onCall.row);
  extensions.addFactProvider(onCall.facts);

  const marks = joinMarks(contracts.marks, workloads.marks);
  const slo = createSlo({
    ...{ ...base, ...extensions, calls, fleet: services.fleet },
    changed: services.changed,
    statusOf: source => intake.statuses.get(source),
    measureSoon: source => intake.refresh(source),
    marks,
    send: noticesByBackstage(base.notifications),
  });
  services.registerPart(slo.part);
  services.registerRowPart(slo.row);
  extensions.addFactProvider(slo.facts);

  const intake: Intake = createIntake({
    ...base,
    sources: [services.source, ...extensions.sources, ...slo.sources],
    sections: {
      ...services.sections,
      ...calls.sections,
      ...contracts.sections,
      ...workloads.sections,
      ...onCall.sections,
      ...slo.sections,
    },
    services: services.asked,
  });
  const lookup = createLookup({
    ...base,
    sources: { calls, workloads: workloads.reader },
  });
  const briefSources: BriefSources = {
    ...{ calls, marks, services: services.dossiers },
    ...{ onCall: onCall.reader, slo: slo.reader },
  };
  const deploySources: DeploySources = {
    ...{ calls, contracts: contracts.reader, slo: slo.reader },
    fleet: services.fleet,
    workloads: workloads.reader,
    statuses: intake.statuses,
  };
  return {
    ...{ services, calls, contracts, workloads },
    ...{ onCall, slo, intake, deploySources, briefSources, lookup },
  };
};
