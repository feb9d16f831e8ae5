import { toInstant } from '../../units/time';
import { clipped, TimeRange } from './claims';
import type { Rotation, RotationLevel, RotationVersion } from './model';

/** A stretch of time in which one version holds, or none does yet. */
export type Spell = TimeRange & { version?: RotationVersion };

/** Which version holds when: each until the next begins. */
export const spellsOf = (rotation: Rotation, range: TimeRange): Spell[] => {
  const begun = rotation.versions
    .flatMap(version => {
      const from = toInstant(version.from);
      return from === undefined ? [] : [{ version, from }];
    })
    .sort((a, b) => a.from - b.from);
  const spells = begun.map(({ version, from }, at) => {
    const to = begun[at + 1]?.from ?? Infinity;
    return { version, from, to };
  });
  const before = { from: -Infinity, to: begun[0]?.from ?? Infinity };
  return [before, ...spells].flatMap(spell => clipped(spell, range) ?? []);
};

/** What a version says about a level. */
export const levelIn = (
  { version }: Spell,
  level: number,
): RotationLevel | undefined =>
  version?.levels.find(one => one.level === level);

/** Every level that a rotation ever had, first asked first. */
export const levelsOf = ({ versions, overrides }: Rotation): number[] => {
  const declared = versions.flatMap(({ levels }) => levels);
  const all = [...declared, ...overrides].map(({ level }) => level);
  return [...new Set(all)].sort((a, b) => a - b);
};
