import { InputError } from '@backstage/errors';
import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../../platform/clock';
import { writePath } from '../../../../platform/engine/documents/DocumentProblem';
import { readAs } from '../../../../platform/engine/documents/readAs';
import { Statement } from '../engine/Statement';
import { pushedSchema } from '../engine/statementSchema';
import { PushedObjective, PushedObjectives } from './PushedObjectives';

type Row = {
  service: string;
  name: string;
  statement: string;
  pushed_by: string;
  pushed_at: number | string;
};

const toPushed = (row: Row): PushedObjective => ({
  service: row.service,
  name: row.name,
  statement: JSON.parse(row.statement) as Statement,
  pushedBy: row.pushed_by,
  pushedAt: toIso(Number(row.pushed_at)),
});

const validName = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9])?$/;

const readStatement = (name: string, body: unknown): Statement => {
  if (!validName.test(name)) {
    throw new InputError(
      `'${name}' is no name for an objective; write at most 128 letters, digits, dots and hyphens, such as availability`,
    );
  }
  const { value, issues } = readAs(pushedSchema, body);
  if (issues) {
    const problems = issues.map(({ path, words }) =>
      path.length > 1 ? `${writePath(path)}: ${words}` : words,
    );
    throw new InputError(
      `The objective cannot be kept: ${problems.join('; ')}`,
    );
  }
  return { name, ...value };
};

export const createPushedObjectives = (options: {
  database: Knex;
  clock: Clock;
  atMost: { perService: number; inAll: number };
}): PushedObjectives => {
  const { database, clock, atMost } = options;

  const assertRoom = async (trx: Knex, service: string) => {
    const [{ n: own }] = await trx('slo_pushed')
      .where({ service })
      .count({ n: '*' });
    const [{ n: all }] = await trx('slo_pushed').count({ n: '*' });
    if (Number(own) >= atMost.perService) {
      throw new InputError(
        `${service} has ${own} pushed objectives, and more are not kept (sightline.slo.atMost.objectivesPerService); remove one first`,
      );
    }
    if (Number(all) >= atMost.inAll) {
      throw new InputError(
        `There are ${all} pushed objectives, and more are not kept; remove some first`,
      );
    }
  };

  return {
    async put({ service, name, by }, body) {
      const statement = readStatement(name, body);
      const row = {
        ...{ service, name, statement: JSON.stringify(statement) },
        ...{ pushed_by: by, pushed_at: clock() },
      };
      const created = await database.transaction(async trx => {
        const updated = await trx('slo_pushed')
          .where({ service, name })
          .update(row);
        if (updated > 0) return false;
        await assertRoom(trx, service);
        await trx('slo_pushed')
          .insert(row)
          .onConflict(['service', 'name'])
          .merge();
        return true;
      });
      return { created, pushed: toPushed(row) };
    },

    remove: async ({ service, name }) =>
      (await database('slo_pushed').where({ service, name }).delete()) > 0,

    async list(service) {
      const rows: Row[] = await database('slo_pushed')
        .modify(query => {
          if (service !== undefined) query.where({ service });
        })
        .orderBy(['service', 'name']);
      return rows.map(toPushed);
    },
  };
};
