import { UsageError, type Wish } from '../arguments.ts';
import { knock } from './door.ts';

type Reply = { done: string } | { wrong: string };

/**
 * Two towns of one seed would tell the same visits, and during an incident each tells
 * its own story of them. So whoever comes second hands its incidents to the first.
 * Answers what became of them, or undefined when nobody lives there.
 */
export async function handOver(
  home: string,
  wish: Wish,
): Promise<string | undefined> {
  const answer = await knock(home, JSON.stringify(wish));
  if (answer === undefined) return undefined;
  const reply = JSON.parse(answer) as Reply;
  if ('wrong' in reply) throw new UsageError(reply.wrong);
  return reply.done;
}

/** What the one who lives there does when somebody knocks. */
export function hearWish(
  question: string,
  grant: (wish: Wish) => string[],
): string {
  return JSON.stringify(replyTo(question, grant));
}

function replyTo(question: string, grant: (wish: Wish) => string[]): Reply {
  try {
    const wish = JSON.parse(question) as Wish;
    if (wish.incidents.length === 0) {
      return { wrong: 'A town lives there already: hand it an --incident.' };
    }
    if ((wish.incidentAfterMs ?? 0) < 0) {
      return { wrong: 'The past is told already: let it begin now or later.' };
    }
    return { done: `The town heard: ${grant(wish).join(', ')}` };
  } catch (error) {
    return { wrong: (error as Error).message };
  }
}
