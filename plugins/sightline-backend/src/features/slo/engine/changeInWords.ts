import {
  Objective,
  ObjectiveWindow,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';

const day = 86_400_000;
const hour = 3_600_000;

/** `99.95 %`, without what arithmetic adds. */
const percent = (ratio: Ratio) => `${Number((ratio * 100).toPrecision(10))} %`;

const windowInWords = (window: ObjectiveWindow): string => {
  if (window.kind === 'calendar') {
    return window.every === 1
      ? `each ${window.unit}`
      : `each ${window.every} ${window.unit}s`;
  }
  const { duration } = window;
  return duration % day === 0 ? `${duration / day} d` : `${duration / hour} h`;
};

const isSame = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

/** What is different about a promise; undefined when it promises the same. */
export const changeInWords = (
  before: Objective,
  after: Objective,
): string | undefined => {
  const changes: string[] = [];
  if (before.target !== after.target) {
    changes.push(`target ${percent(before.target)} → ${percent(after.target)}`);
  }
  if (!isSame(before.window, after.window)) {
    changes.push(
      `window ${windowInWords(before.window)} → ${windowInWords(after.window)}`,
    );
  }
  if (before.indicator.threshold !== after.indicator.threshold) {
    const said = ({ indicator }: Objective) =>
      indicator.threshold === undefined ? 'none' : `${indicator.threshold} ms`;
    changes.push(`threshold ${said(before)} → ${said(after)}`);
  }
  const asks = ({ indicator, budgeting }: Objective) => [
    indicator.queries,
    budgeting,
  ];
  if (!isSame(asks(before), asks(after))) changes.push('measured differently');
  if (changes.length === 0) return undefined;
  const words = changes.join(', ');
  return words[0].toLocaleUpperCase('en-US') + words.slice(1);
};
