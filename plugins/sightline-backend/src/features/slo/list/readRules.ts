import { promRecording } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { AlertRule } from '../engine/judging';
import { linkOf } from '../engine/linkOf';
import { prometheusRules } from '../engine/rules';
import { FleetView } from '../Slo';
import { RulesQuery } from '../SloReader';
import { InForce } from '../tables';
import { applySelection, normalise } from './selection';

/** Recording and alerting rules of everything that may be seen and that Prometheus can record. */
export const readRules = async (
  options: {
    database: Knex;
    rulesOf(inForce: InForce): readonly AlertRule[];
    runbooksOf: FleetView['runbooksOf'];
    minimumBadEvents: number;
    /** where the portal is; left out, alerts have no link to it */
    portal?: string;
  },
  { scope, measuredBy }: RulesQuery,
): Promise<string> => {
  const { database, rulesOf, minimumBadEvents, portal } = options;
  const rows: { document: string }[] = await database('slo_state as s')
    .join('slo_objective as o', 'o.id', 's.id')
    .modify(query => {
      applySelection(query, normalise({ scope }));
      if (measuredBy !== undefined) query.where('o.measured_by', measuredBy);
    })
    .orderBy('o.id')
    .select('o.document');
  const all = rows.map(({ document }): InForce => JSON.parse(document));
  const runbooks = await options.runbooksOf(
    all.map(({ objective }) => objective.service),
  );
  return prometheusRules(
    all.map(inForce => {
      const { objective, indicator, service } = inForce;
      const runbook = runbooks.get(objective.service);
      return {
        ...{ objective, indicator, rules: rulesOf(inForce), minimumBadEvents },
        ...(service.owner && { owner: service.owner.ref }),
        ...(portal !== undefined && {
          link: `${portal}${linkOf(objective.service, objective.name)}`,
        }),
        ...(runbook !== undefined && { runbook }),
      };
    }),
    promRecording,
  );
};
