import {
  CallFigures,
  EdgeChange,
  MapEdge,
} from '@sightline/backstage-plugin-sightline-common';
import { errorKind } from '../../../ui/errorKind';
import { finePercent, rate } from '../../../ui/figures';
import { StateKind } from '../../../ui/state/palette';

/** Outlines that differ without colour: ▲ ◆ ? ○ ＋ ✕ ● */
export type MarkShape =
  | 'warn'
  | 'bad'
  | 'question'
  | 'ring'
  | 'plus'
  | 'cross'
  | 'dot';

/** What is the matter with an edge: a shape, a word, a colour. */
export type EdgeMark = { shape: MarkShape; word: string; kind: StateKind };

export type EdgeLook = {
  kind: StateKind | 'plain';
  /** px */
  width: number;
  /** dashes: async; dots: not seen; left out: sync */
  line: 'solid' | 'dashed' | 'dotted';
  marks: EdgeMark[];
};

const changes: Record<Exclude<EdgeChange, 'same'>, EdgeMark> = {
  new: { shape: 'plus', word: 'new', kind: 'busy' },
  gone: { shape: 'cross', word: 'gone', kind: 'idle' },
  'more-errors': { shape: 'bad', word: 'more errors', kind: 'bad' },
  slower: { shape: 'warn', word: 'slower', kind: 'warn' },
  'fewer-errors': { shape: 'dot', word: 'fewer errors', kind: 'ok' },
  faster: { shape: 'dot', word: 'faster', kind: 'ok' },
};

export const changeMark = (change?: EdgeChange): EdgeMark | undefined =>
  change && change !== 'same' ? changes[change] : undefined;

const errorMark = ({ errorRatio }: CallFigures): EdgeMark | undefined => {
  const kind = errorKind(errorRatio);
  return (
    kind && {
      shape: kind === 'bad' ? 'bad' : 'warn',
      word: `${finePercent(errorRatio)} errors`,
      kind,
    }
  );
};

const verdictMark = ({ verdict }: MapEdge): EdgeMark | undefined => {
  if (verdict === 'undeclared') {
    return { shape: 'question', word: 'undeclared', kind: 'bad' };
  }
  return verdict === 'unused'
    ? { shape: 'ring', word: 'unused', kind: 'idle' }
    : undefined;
};

/** Everything that is the matter, most urgent first. */
function marksOf(edge: MapEdge): EdgeMark[] {
  const all = [
    changeMark(edge.change),
    errorMark(edge.figures),
    verdictMark(edge),
  ].filter(mark => mark !== undefined);
  // "more errors" and "1.4 % errors" are one shape: the figure stands in the panel.
  return all.filter(
    (mark, at) => all.findIndex(({ shape }) => shape === mark.shape) === at,
  );
}

/** A tenfold rate is one and a half px more. */
const widthOf = ({ perSecond, calls }: CallFigures): number => {
  const often = perSecond ?? calls / 3_600;
  return Math.max(
    1.2,
    Math.min(7, 2.4 + 1.5 * Math.log10(Math.max(often, 1e-3))),
  );
};

const lineOf = ({ modes, figures }: MapEdge): EdgeLook['line'] => {
  if (figures.calls === 0) {
    return 'dotted';
  }
  return modes.length === 1 && modes[0] === 'async' ? 'dashed' : 'solid';
};

const severity: EdgeLook['kind'][] = ['bad', 'warn', 'busy', 'idle', 'ok'];

/** How an edge is drawn: weight is rate, colour is the worst of its states, a dash is async. */
export function edgeLook(edge: MapEdge): EdgeLook {
  const marks = marksOf(edge);
  const worst = severity.find(kind => marks.some(mark => mark.kind === kind));
  return {
    kind: worst ?? 'plain',
    width: widthOf(edge.figures),
    line: lineOf(edge),
    marks,
  };
}

/** "36 /s", or how many were seen where nobody knows how often. */
export const rateWords = ({ perSecond, calls }: CallFigures): string => {
  if (calls === 0) {
    return 'no call';
  }
  return perSecond === undefined ? `${calls} seen` : rate(perSecond);
};
