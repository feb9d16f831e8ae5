import { explainRefusal } from './explainRefusal';

describe('what a broker says about its refusal', () => {
  it.each([
    [{ error: "No pacticipant 'nope'" }, "No pacticipant 'nope'"],
    [{ error: { message: 'It broke', reference: 'aB3' } }, 'It broke'],
    [
      { errors: ['Pacticipant Wiffle not found'] },
      'Pacticipant Wiffle not found',
    ],
    [
      { errors: { pacticipant: ['does not exist'], page: ['too small'] } },
      'pacticipant does not exist; page too small',
    ],
    [{ errors: { '': ['Must specify either'] } }, 'Must specify either'],
    [
      { errors: { contracts: { 0: ['name is missing'] } } },
      'contracts name is missing',
    ],
    [
      {
        ...{ title: 'Validation errors', type: 'x', status: 400 },
        errors: [{ type: 'y', title: 'z', detail: 'must be an integer' }],
      },
      'must be an integer',
    ],
    [{ title: 'Server error', detail: 'Try again' }, 'Try again'],
    [{ title: 'Server error', status: 500 }, 'Server error'],
    [{ errors: Array(9).fill('no') }, 'no; no; no; no; no'],
  ])('in %j is %s', (body, words) => {
    expect(explainRefusal(JSON.stringify(body))).toBe(words);
  });

  it.each(['', 'oh', '<html>', '[]', 'null', '{"errors":[]}', '{"error":7}'])(
    'in %j is nothing',
    body => {
      expect(explainRefusal(body)).toBeUndefined();
    },
  );
});
