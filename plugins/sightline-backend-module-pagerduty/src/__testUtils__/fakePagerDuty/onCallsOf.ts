import { FakeShift, FakeTarget, PagerDutyModel } from './PagerDutyModel';

type Asked = { policies: readonly string[]; since: number; until: number };

type Final = { user: string; from: number; to: number };

const parsed = new WeakMap<FakeShift, Final>();

/** Remembered: a page of many is asked for many times. */
const instants = (shift: FakeShift): Final => {
  const known = parsed.get(shift);
  if (known) return known;
  const { user, from, to } = shift;
  const read = { user, from: Date.parse(from), to: Date.parse(to) };
  parsed.set(shift, read);
  return read;
};

/** What is left of a shift beside an override. */
const beside = (shift: Final, { from, to }: Final): Final[] =>
  to <= shift.from || shift.to <= from
    ? [shift]
    : [
        { ...shift, to: from },
        { ...shift, from: to },
      ].filter(part => part.from < part.to);

/** Who is on call by a schedule, after all overrides. */
const finalOf = ({ schedules }: PagerDutyModel, id: string): Final[] => {
  const { shifts, overrides = [] } = schedules.find(one => one.id === id)!;
  const over = overrides.map(instants);
  return [
    ...over.reduce(
      (left, one) => left.flatMap(shift => beside(shift, one)),
      shifts.map(instants),
    ),
    ...over,
  ].sort((a, b) => a.from - b.from);
};

const shiftsOf = (model: PagerDutyModel, target: FakeTarget, asked: Asked) =>
  'user' in target
    ? [{ user: target.user, schedule: null, start: null, end: null }]
    : finalOf(model, target.schedule)
        .filter(({ from, to }) => from < asked.until && asked.since < to)
        .map(({ user, from, to }) => ({
          user,
          schedule: { id: target.schedule, type: 'schedule_reference' },
          ...{ start: from, end: to },
        }));

const time = (at: number | null) =>
  at === null ? null : new Date(at).toISOString();

/**
 * Everybody who is on call by some policies at any time within a range; put into
 * words when they are on the page that is asked for.
 */
export const onCallsOf = (
  model: PagerDutyModel,
  asked: Asked,
): (() => object)[] =>
  model.policies
    .filter(({ id }) => asked.policies.includes(id))
    .flatMap(({ id, name, levels }) =>
      levels.flatMap((targets, index) =>
        targets.flatMap(target =>
          shiftsOf(model, target, asked).map(
            ({ user, schedule, start, end }) =>
              () => ({
                escalation_policy: {
                  ...{ id, type: 'escalation_policy_reference', summary: name },
                },
                escalation_level: index + 1,
                user: {
                  ...model.users.find(one => one.id === user),
                  type: 'user',
                },
                ...{ schedule, start: time(start), end: time(end) },
              }),
          ),
        ),
      ),
    );
