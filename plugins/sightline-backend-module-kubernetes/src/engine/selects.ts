import { Selector } from './shrinkOthers';

/** Whether a selector means something with these labels; an empty one means everything. */
export const selects = (
  { labels, expressions }: Selector,
  of: Record<string, string>,
): boolean =>
  Object.entries(labels).every(([key, value]) => of[key] === value) &&
  expressions.every(({ key, operator, values }) => {
    const has = Object.hasOwn(of, key);
    if (operator === 'Exists') return has;
    if (operator === 'DoesNotExist') return !has;
    if (operator === 'In') return has && values.includes(of[key]);
    return operator === 'NotIn' && !(has && values.includes(of[key]));
  });
