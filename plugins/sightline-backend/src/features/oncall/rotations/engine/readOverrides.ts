import { Override, toIso } from '@sightline/backstage-plugin-sightline-common';
import type { Path } from '../../../../platform/engine/documents/DocumentProblem';
import { momentIn, readLocalMoment } from './LocalMoment';
import { readUser, RotationDocument } from './RotationDocument';
import type { SaidOverride } from './schema';

/** A date alone is its midnight. */
const otherwise = '00:00';

const readMoment = (
  { reader, timeZone }: RotationDocument,
  text: string,
  path: Path,
): number | undefined => {
  const moment = readLocalMoment(text);
  if (moment) return momentIn(moment, { timeZone, otherwise });
  reader.problem(
    path,
    `${String(path.at(-1))} is ${JSON.stringify(
      text,
    )}; write a date and time such as 2026-01-05 09:00`,
  );
  return undefined;
};

const readOverride = (
  document: RotationDocument,
  said: SaidOverride,
  { path, id }: { path: Path; id: string },
): Override[] => {
  const user = readUser(document, said.user, [...path, 'user']);
  const from = readMoment(document, said.from, [...path, 'from']);
  const to = readMoment(document, said.to, [...path, 'to']);
  if (from === undefined || to === undefined) return [];
  if (to <= from) {
    document.reader.note(
      [...path, 'to'],
      `This override ends at ${said.to}, before it begins; it is passed over`,
    );
    return [];
  }
  const { level = 1, reason } = said;
  const times = { from: toIso(from), to: toIso(to) };
  return [{ id, level, user, ...times, ...(reason && { reason }) }];
};

const overlap = (one: Override, other: Override) =>
  one.level === other.level && one.from < other.to && other.from < one.to;

/** Overrides of a file, in its order: of two that overlap, the later one wins. */
export const readOverrides = (
  document: RotationDocument,
  said: readonly SaidOverride[],
  rotation: string,
): Override[] => {
  const read = said.map((one, number) => {
    const path = ['spec', 'overrides', number];
    const id = `${rotation}#${number + 1}`;
    return { path, overrides: readOverride(document, one, { path, id }) };
  });
  read.forEach(({ path, overrides: [override] }, number) => {
    const before = read
      .slice(0, number)
      .findIndex(
        ({ overrides: [one] }) => one && override && overlap(one, override),
      );
    if (before >= 0) {
      document.reader.note(
        path,
        `This override overlaps with number ${
          before + 1
        } of the list; while both last, this one holds`,
      );
    }
  });
  return read.flatMap(({ overrides }) => overrides);
};
