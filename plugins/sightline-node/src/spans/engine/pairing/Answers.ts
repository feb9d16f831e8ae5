import { holdsNestedCall, knownToParent } from '../describing/traits';
import { relationOf, relations, wayBetween } from './callRules';
import { SpanWindow } from './SpanWindow';

/** Spans between one of a call and the one around it: of one process, and sent together. */
const lookedAtAtMost = 4096;

/**
 * What a caller's span has to know of later ones is told to it by them: when
 * they arrive, or when they are settled themselves, which is before their parent
 * is if they came first. Both look at a window that reaches as far back as ahead,
 * so the order in which spans arrive within it makes no difference.
 */
export class Answers {
  constructor(private readonly window: SpanWindow) {}

  /** Lets a caller's span know who answered it, or that it merely wraps another call. */
  tellParent(place: number) {
    const { window } = this;
    const { traits } = window;
    if ((traits[place] & knownToParent) !== 0) return;
    const parent = window.parentOf(place);
    if (parent === -1) return;
    const relation = relationOf(window, place, parent);
    if (relation === relations.nothing) return;
    traits[place] |= knownToParent;
    if (relation === relations.answers) this.note(place, parent);
    else traits[parent] |= holdsNestedCall;
  }

  /**
   * Whether anybody answered the span around one that is about to be settled. An
   * answer that came before that span tells it only when it is settled itself; of
   * those that stand between the two it has to be known now.
   *
   * ```
   *   …  [CLIENT tcp]   …   [SERVER]   …   [CLIENT grpc]
   *      is settled now     answers        is around both
   * ```
   */
  isAnswered(position: number, around: number): boolean {
    const { window } = this;
    const end = Math.min(
      window.parents[window.placeOf(position)],
      position + lookedAtAtMost,
    );
    for (let next = position + 1; next < end; next++) {
      if (window.answers[around] > 0) return true;
      const place = window.placeOf(next);
      if (window.isParent(around, place)) this.tellParent(place);
    }
    return window.answers[around] > 0;
  }

  /** Of several answers the one with the smallest id stands for all, in whatever order they came. */
  private note(place: number, parent: number) {
    const { window } = this;
    const rank = window.ids[place * 8 + 5];
    const isFirst = window.answers[parent] === 0;
    window.answers[parent] += 1;
    if (!isFirst && rank >= window.answerRanks[parent]) return;
    window.answerRanks[parent] = rank;
    window.answerNodes[parent] = window.nodes[place];
    window.answerOperations[parent] = window.operations[place];
    window.answerWays[parent] = wayBetween(window, parent, place);
  }
}
