import { ResponseError } from '@backstage/errors';
import { Problem, toProblem } from './Problem';

const answered = async (
  status: number,
  message = 'limit must be at most 200',
) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'E', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ) as never,
  );

it.each([
  [400, 'invalid', false],
  [401, 'signed-out', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [409, 'conflict', false],
  [429, 'busy', true],
  [500, 'broken', false],
  [503, 'unavailable', true],
])('an answer %d is "%s"', async (status, kind, passing) => {
  expect(toProblem(await answered(status))).toMatchObject({ kind, passing });
});

it('no answer at all is "unavailable"', () => {
  expect(toProblem(new TypeError('Failed to fetch')).kind).toBe('unavailable');
});

it('repeats what the server says where the reader can mend the question', async () => {
  expect(toProblem(await answered(400)).message).toContain(
    'limit must be at most 200',
  );
});

it('keeps what the server says about its insides to itself', async () => {
  expect(
    toProblem(await answered(500, 'SQLITE_BUSY at line 3')).message,
  ).not.toContain('SQLITE');
});

it('leaves a problem as it is', () => {
  const problem = new Problem('busy', 'later');
  expect(toProblem(problem)).toBe(problem);
});
