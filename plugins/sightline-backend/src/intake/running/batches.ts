import { AskedService } from '@sightline/backstage-plugin-sightline-node';
import { Question } from '../asking/Ask';
import { AskedServices } from './RunningSource';

const pageSize = 500;

/**
 * The fleet as questions. Without `batch` it is always exactly one, with all
 * services, even when there are none yet: sources that find out which services
 * exist are asked the same way. With `batch`, pages are cut into pieces of that
 * size and read only as fast as the source answers.
 */
export const batchesOf = async function* batchesOf(
  services: AskedServices,
  batch: number | undefined,
): AsyncGenerator<Question> {
  let number = 0;
  let gathered: AskedService[] = [];
  const question = (asked: AskedService[]): Question => {
    number += 1;
    return { key: `${number}:${asked[0]?.ref ?? ''}`, services: asked };
  };
  for await (const page of services({ pageSize })) {
    gathered.push(...page);
    while (batch !== undefined && gathered.length >= batch) {
      yield question(gathered.slice(0, batch));
      gathered = gathered.slice(batch);
    }
  }
  if (batch === undefined || gathered.length > 0) {
    yield question(gathered);
  }
};
