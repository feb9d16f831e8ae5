import { harbourOnCall } from '../../../__testUtils__/harbourOnCall';
import { NOON } from '../../../__testUtils__/harbour';
import { Draft, emptyDraft, faultOf, toField, toWanted } from './draft';

const HOUR = 3_600_000;

const draft = (of: Partial<Draft> = {}): Draft => ({
  ...{ user: 'ana.markovic', level: '1', from: '', reason: '' },
  to: toField(NOON + HOUR),
  ...of,
});

it('begins with the end of the shift that goes on, else of a working day', () => {
  const now = harbourOnCall('covered');
  expect(emptyDraft(now, NOON).to).toBe(toField(NOON + 5.5 * HOUR));
  expect(emptyDraft({ ...now, levels: [] }, NOON).to).toBe(
    toField(NOON + 8 * HOUR),
  );
});

it.each([
  ['nothing', {}, undefined],
  ['nobody', { user: ' ' }, 'Say who takes over.'],
  ['no end', { to: '' }, 'Say until when.'],
  ['a past end', { to: toField(NOON - HOUR) }, 'The end is over already.'],
  [
    'an end before the beginning',
    { from: toField(NOON + 2 * HOUR) },
    'The end must be later than the beginning.',
  ],
])('finds wrong: %s', (_title, of, words) =>
  expect(faultOf(draft(of), NOON)).toBe(words),
);

it('crosses the wire in UTC, without what was left empty', () => {
  expect(toWanted(draft({ user: ' ana.markovic ', level: '2' }))).toEqual({
    ...{ user: 'ana.markovic', level: 2, to: '2026-11-21T13:00:00.000Z' },
  });
  expect(
    toWanted(draft({ from: toField(NOON), reason: ' a dentist ' })),
  ).toMatchObject({ from: '2026-11-21T12:00:00.000Z', reason: 'a dentist' });
});
