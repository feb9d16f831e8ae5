import {
  RotationLevel,
  RotationVersion,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { Path } from '../../../../platform/engine/documents/DocumentProblem';
import { LocalMoment, momentIn, readLocalMoment } from './LocalMoment';
import { readLayers } from './readLayers';
import type { RotationDocument } from './RotationDocument';
import type { SaidVersion } from './schema';

type Place = { path: Path; begin: LocalMoment };

const readLevels = (
  document: RotationDocument,
  said: SaidVersion,
  { path, begin }: Place,
): RotationLevel[] => {
  const { levels, ...stack } = said;
  if (!levels) {
    const layers = readLayers(document, stack, { path, begin });
    return [{ level: 1, layers }];
  }
  const beside = (['members', 'shifts', 'layers'] as const).find(
    key => stack[key] !== undefined,
  );
  if (beside) {
    document.reader.problem(
      [...path, beside],
      `${beside} stands beside levels; leave one of them out`,
    );
  }
  if (!levels.some(({ level }) => level === 1)) {
    document.reader.problem(
      [...path, 'levels'],
      'levels has no level 1, which is asked first; write one',
    );
  }
  return levels.map(({ level, ...own }, number) => {
    const here = [...path, 'levels', number];
    if (levels.findIndex(one => one.level === level) < number) {
      const words = `level ${level} is there twice; write its layers into one`;
      document.reader.problem([...here, 'level'], words);
    }
    const shared = {
      ...(stack.handover !== undefined && { handover: stack.handover }),
      ...(stack.timezone !== undefined && { timezone: stack.timezone }),
      ...(stack.start !== undefined && { start: stack.start }),
    };
    const layers = readLayers(
      document,
      { ...shared, ...own },
      {
        ...{ path: here, begin },
      },
    );
    return { level, layers };
  });
};

/** A date alone begins with the first hand-over of its day: that of its first layer. */
const beginningOf = (
  { timeZone }: RotationDocument,
  begin: LocalMoment,
  levels: readonly RotationLevel[],
) => {
  const first = [...levels].sort((a, b) => a.level - b.level)[0]?.layers[0];
  const otherwise = first?.handover.at ?? '00:00';
  // A time that is written is the rotation's own; that of a hand-over its layer's.
  const zone = begin.time ? timeZone : first?.timeZone ?? timeZone;
  return momentIn(begin, { timeZone: zone, otherwise });
};

const readVersion = (
  document: RotationDocument,
  said: SaidVersion,
  path: Path,
): RotationVersion[] => {
  const begin = readLocalMoment(said.from ?? '');
  if (!begin) {
    const what =
      said.from === undefined ? 'missing' : JSON.stringify(said.from);
    document.reader.problem(
      [...path, 'from'],
      `from is ${what}; write the date from which it holds, such as 2026-01-05`,
    );
    return [];
  }
  const levels = readLevels(document, said, { path, begin });
  return [{ from: toIso(beginningOf(document, begin, levels)), levels }];
};

const twice = (
  { reader }: RotationDocument,
  versions: readonly RotationVersion[],
) =>
  versions.forEach(({ from }, number) => {
    if (versions.findIndex(one => one.from === from) < number) {
      reader.problem(
        ['spec', 'versions', number, 'from'],
        `Two versions begin at ${from}; write one of them for another day`,
      );
    }
  });

/** All versions of a rotation: those it lists, or the one that it is. */
export const readVersions = (
  document: RotationDocument,
  said: SaidVersion & { versions?: SaidVersion[] },
): RotationVersion[] => {
  const { versions, ...only } = said;
  if (!versions) return readVersion(document, only, ['spec']);
  const beside = Object.keys(only).find(
    key => only[key as keyof typeof only] !== undefined,
  );
  if (beside) {
    document.reader.problem(
      ['spec', beside],
      `${beside} stands beside versions; write it into each of them`,
    );
  }
  const read = versions.flatMap((version, number) =>
    readVersion(document, version, ['spec', 'versions', number]),
  );
  twice(document, read);
  return read;
};
