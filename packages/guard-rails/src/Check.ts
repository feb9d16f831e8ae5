import type { Tree } from './Tree.ts';

/** What a guard found. No problems: it passes, and `summary` says what was looked at. */
export type Finding = { problems: string[]; summary: string };

export type Check = (tree: Tree) => Finding;
