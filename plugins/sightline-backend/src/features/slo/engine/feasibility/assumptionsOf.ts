import { NeededDependency } from '@sightline/backstage-plugin-sightline-common';

const general = [
  'Each dependency counts once, however often and however deep it is called.',
  'Dependencies fail independently of each other.',
  'Nothing softens a failure: no second try, no cache, no answer without it.',
];

const own = 'The service itself never fails: it can only be worse than this.';

/** What the ceiling takes for granted, in words: the general first, then by name. */
export const assumptionsOf = (needs: readonly NeededDependency[]): string[] => {
  if (needs.length === 0) return ['It waits for nobody.', own];
  const of = (from: NeededDependency['from'], how: string) =>
    sentence(
      needs.filter(need => need.from === from && !isHidden(need)),
      how,
    );
  return [
    ...general,
    own,
    ...of('calls', 'at what calls to it gave lately'),
    ...of('objective', 'at what it promises, as nobody measured it'),
    ...of('unknown', 'as if it never failed, as nothing is known of it'),
    ...sentence(
      needs.filter(isHidden),
      'as if it never failed, as you may not see how it stands',
    ),
  ];
};

/** It may well be known, but not to who asks. */
export const isHidden = ({ unknown }: NeededDependency): boolean =>
  unknown?.reason === 'not-permitted';

/** "fraud counts at what it promises"; several are named one after the other. */
const sentence = (
  needs: readonly NeededDependency[],
  how: string,
): string[] => {
  if (needs.length === 0) return [];
  const names = needs.map(({ party }) => party.name).sort();
  return [
    names.length === 1
      ? `${names[0]} counts ${how}.`
      : `Each of ${names.join(', ')} counts ${how}.`,
  ];
};
