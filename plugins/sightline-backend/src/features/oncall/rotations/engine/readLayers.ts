import type {
  DutyHours,
  Handover,
  RotationLayer,
} from '@sightline/backstage-plugin-sightline-common';
import type { Path } from '../../../../platform/engine/documents/DocumentProblem';
import {
  localIn,
  LocalMoment,
  momentIn,
  readLocalMoment,
  writeLocal,
} from './LocalMoment';
import { readHandover, SaidHandover } from './readHandover';
import { readHours } from './readHours';
import { readUser, RotationDocument } from './RotationDocument';
import type { SaidStack, SaidTurns } from './schema';

const HANDOVERS =
  'daily 09:00, every 3 days 09:00, Mon 09:00, every 2 weeks Mon 09:00 or monthly 1 09:00';

const MIDNIGHT = '00:00';

/** One layer as it is written, and where. */
type Written = { said: SaidTurns; path: Path; begin: LocalMoment };

const handoverOf = (
  { reader }: RotationDocument,
  { said, path }: Written,
): SaidHandover | undefined => {
  const at = [...path, 'handover'];
  if (said.handover === undefined) {
    // One person alone needs no turns.
    if ((said.members ?? []).length <= 1) return { unit: 'day', every: 1 };
    reader.problem(at, `handover is missing; write ${HANDOVERS}`);
    return undefined;
  }
  const read = readHandover(said.handover);
  if (!read) {
    reader.problem(
      at,
      `handover is ${JSON.stringify(said.handover)}; write ${HANDOVERS}`,
    );
  }
  return read;
};

const hoursOf = (
  { reader }: RotationDocument,
  { said: { hours }, path }: Written,
): DutyHours[] | undefined => {
  if (hours === undefined) return undefined;
  const list = typeof hours === 'string' ? [hours] : hours;
  return list.flatMap((text, number) => {
    const read = readHours(text);
    if (read) return read;
    const at = typeof hours === 'string' ? [] : [number];
    reader.problem(
      [...path, 'hours', ...at],
      `hours is ${JSON.stringify(
        text,
      )}; write hours such as 18:00-02:00 or Mon-Fri 09:00-17:00`,
    );
    return [];
  });
};

/** When the first of the list is on call: from `start` on, else from where the version begins. */
const anchorOf = (
  { reader, timeZone }: RotationDocument,
  { said: { start, timezone = timeZone }, path, begin }: Written,
  at: string,
): string => {
  const moment = start === undefined ? begin : readLocalMoment(start);
  if (!moment) {
    reader.problem(
      [...path, 'start'],
      `start is ${JSON.stringify(start)}; write a date such as 2026-01-05`,
    );
  }
  if (start === undefined && begin.time) {
    // Written on the clocks of the rotation, and counted on those of the layer.
    return localIn(momentIn(begin, { timeZone, otherwise: at }), timezone);
  }
  return writeLocal(moment ?? begin, at);
};

/** Takes over where its hours begin, unless it says when. */
const timeOf = (handover: SaidHandover, hours: DutyHours[] | undefined) =>
  handover.at ?? hours?.[0]?.from ?? MIDNIGHT;

const readLayer = (
  document: RotationDocument,
  written: Written,
  fallback: string,
): RotationLayer[] => {
  const { said, path } = written;
  if (!said.members) {
    document.reader.problem(
      [...path, 'members'],
      'members is missing; write a list of users, which may be empty',
    );
    return [];
  }
  const hours = hoursOf(document, written);
  const handover = handoverOf(document, written);
  if (!handover) return [];
  const at = timeOf(handover, hours);
  const anchor = anchorOf(document, written, at);
  const members = said.members.map((text, number) =>
    readUser(document, text, [...path, 'members', number]),
  );
  if (members.length === 0) {
    document.reader.note(
      [...path, 'members'],
      'Nobody is in it: where no other layer serves, nobody is on call',
    );
  }
  return [
    {
      name: said.name ?? fallback,
      ...(said.timezone && { timeZone: said.timezone }),
      ...{ members, handover: { ...handover, at, anchor } as Handover },
      ...(hours && { hours }),
    },
  ];
};

/** What each shift and layer takes from where they stand, unless it says so itself. */
const inherited = ({ handover, start, timezone }: SaidStack): SaidTurns => ({
  ...(handover !== undefined && { handover }),
  ...(start !== undefined && { start }),
  ...(timezone !== undefined && { timezone }),
});

const writtenLayers = (
  said: SaidStack,
  path: Path,
  begin: LocalMoment,
): Written[] => {
  const more = inherited(said);
  const { members, hours } = said;
  return [
    ...(members
      ? [
          {
            said: { ...more, members, ...(hours !== undefined && { hours }) },
            path,
            begin,
          },
        ]
      : []),
    ...(said.shifts ?? []).map((shift, number) => ({
      said: { ...more, name: `shift ${number + 1}`, ...shift },
      ...{ path: [...path, 'shifts', number], begin },
    })),
    ...(said.layers ?? []).map((layer, number) => ({
      said: { ...more, ...layer },
      ...{ path: [...path, 'layers', number], begin },
    })),
  ];
};

/** The layers of one level: its members, its shifts or its layers, whichever it says. */
export const readLayers = (
  document: RotationDocument,
  said: SaidStack,
  { path, begin }: { path: Path; begin: LocalMoment },
): RotationLayer[] => {
  const kinds = (['members', 'shifts', 'layers'] as const).filter(
    key => said[key] !== undefined,
  );
  if (kinds.length !== 1) {
    const [first = 'members', second] = kinds;
    const words = second
      ? `${second} stands beside ${first}; leave one of them out`
      : 'members is missing; write a list of users, or shifts or layers instead';
    document.reader.problem([...path, second ?? first], words);
    return [];
  }
  return writtenLayers(said, path, begin).flatMap((written, number) =>
    readLayer(document, written, `layer ${number + 1}`),
  );
};
