import type { DocumentProblem } from '../../../../platform/engine/documents/DocumentProblem';
import { nearest } from '../../../../platform/engine/nearest';
import type { ReadRotation } from './readRotations';

/** `user:default/` and `ana` */
const apart = (ref: string) => {
  const slash = ref.indexOf('/') + 1;
  return { before: ref.slice(0, slash), name: ref.slice(slash) };
};

const meantBy = (
  ref: string,
  catalog: ReadonlySet<string>,
): string | undefined => {
  const { before, name } = apart(ref);
  const near = [...catalog]
    .map(apart)
    .filter(one => one.before === before)
    .map(one => one.name);
  const meant = nearest(name, near);
  return meant && `${before}${meant}`;
};

/**
 * What to tell the author of a rotation about people whom the catalog does not know
 * (any more). Their shifts are gaps; everybody else's stay as they are.
 */
export const unknownUsers = (
  { users }: Pick<ReadRotation, 'users'>,
  catalog: ReadonlySet<string>,
): DocumentProblem[] =>
  users
    .filter(({ ref }) => !catalog.has(ref))
    .map(({ ref, line, path }) => {
      const meant = meantBy(ref, catalog);
      const instead = meant ? `; did you mean ${meant}?` : '';
      const words = `${ref} is not in the catalog, so nobody is on call in the shifts of ${ref}${instead}`;
      return { line, path, words };
    });
