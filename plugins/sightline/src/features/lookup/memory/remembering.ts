import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { AskOptions, Problem } from '../../../api';
import { LookupMemory, Remembered } from './LookupMemory';

type Ask<T> = (options: AskOptions<T>) => Promise<T>;

type RememberingOptions<T> = {
  memory: () => Promise<LookupMemory>;
  key: string;
  ask: Ask<T>;
  /** for a question that was never answered: what other answers say to it */
  otherwise?: (memory: LookupMemory) => Remembered<T> | undefined;
  /** after so long a remembered answer is shown until the new one comes */
  patience?: Millis;
};

/** What somebody may not see must not come out of a memory either. */
const isAway = (error: unknown) =>
  error instanceof Problem && (error.passing || error.kind === 'broken');

/** Asks as ever, keeps what is answered, and tells it again where no answer comes. */
export const remembering =
  <T>(options: RememberingOptions<T>): Ask<T> =>
  async how => {
    const { ask, key, otherwise, patience = 2_500 } = options;
    const memory = await options.memory();
    const tell = () => {
      const was = memory.get<T>(key) ?? otherwise?.(memory);
      if (was) how.earlier?.(was.value, was.at);
    };
    const slow = setTimeout(tell, patience);
    try {
      const answer = await ask(how);
      memory.put(key, answer);
      return answer;
    } catch (error) {
      if (isAway(error)) tell();
      throw error;
    } finally {
      clearTimeout(slow);
    }
  };
