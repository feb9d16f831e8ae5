import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { PushTarget } from '../api/pushRoutes';
import { PushedObjectives } from '../objectives';
import { markDue } from '../SloState';

/** What comes through the API, in force as soon as the book is read anew. */
export const createPushTarget = (options: {
  database: Knex;
  clock: Clock;
  pushed: Pick<PushedObjectives, 'put' | 'remove'>;
}): PushTarget => {
  const { database, clock, pushed } = options;
  return {
    async put(about, body) {
      await pushed.put(about, body);
      await markDue(database, clock());
      return { id: `${about.service}/${about.name}` };
    },
    async remove({ service, name }) {
      const wasThere = await pushed.remove({ service, name });
      if (wasThere) await markDue(database, clock());
      return wasThere;
    },
  };
};
