import { promRecording } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { AlertRule } from '../engine/judging';
import { prometheusRules } from '../engine/rules';
import { ObjectiveScope } from '../SloReader';
import { InForce } from '../tables';
import { applySelection, normalise } from './selection';

/** Recording and alerting rules of everything that may be seen and that Prometheus can record. */
export const readRules = async (options: {
  database: Knex;
  rulesOf(inForce: InForce): readonly AlertRule[];
  scope?: ObjectiveScope;
}): Promise<string> => {
  const { database, rulesOf, scope } = options;
  const rows: { document: string }[] = await database('slo_state as s')
    .join('slo_objective as o', 'o.id', 's.id')
    .modify(query => applySelection(query, normalise({ scope })))
    .orderBy('o.id')
    .select('o.document');
  return prometheusRules(
    rows.map(({ document }) => {
      const inForce: InForce = JSON.parse(document);
      const { objective, indicator, service } = inForce;
      return {
        ...{ objective, indicator, rules: rulesOf(inForce) },
        ...(service.owner && { owner: service.owner.ref }),
      };
    }),
    promRecording,
  );
};
