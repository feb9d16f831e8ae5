import { countingContext } from '../testUtils/contexts';
import { FakeWorld, startFakeWorld, WorldMood } from '../testUtils/FakeWorld';
import { askBytes, askJson } from './askJson';

let world: FakeWorld;

beforeAll(async () => {
  world = await startFakeWorld({ answer: () => ({}) });
});
afterAll(() => world.stop());

describe('askBytes', () => {
  const accept = 'application/protobuf';
  const askForBytes = (mood: WorldMood) => {
    world.feel(mood);
    return askBytes({
      url: `${world.url}/traces/1`,
      context: countingContext(),
      accept,
      read: ({ bytes, contentType }) => {
        if (bytes.length === 0) throw new Error('nothing at all');
        return [contentType, ...bytes];
      },
    });
  };

  it('hands over the bytes as they are, and says of what type it wants them', async () => {
    const body = Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0]);
    expect(await askForBytes({ answers: { body } })).toEqual({
      outcome: 'ok',
      value: ['application/octet-stream', ...body],
    });
    expect(world.requests[0].headers.accept).toBe(accept);
  });

  it.each<[string, WorldMood, string, RegExp]>([
    [
      'a web page',
      { answers: { body: '<!DOCTYPE html>' } },
      'not-json',
      /HTML page instead of application\/protobuf/,
    ],
    [
      'bytes of another shape',
      { answers: { body: '' } },
      'unexpected-answer',
      /with application\/protobuf of another shape than expected: nothing at all/,
    ],
  ])('does not take %s for an answer', async (_, mood, kind, words) => {
    expect(await askForBytes(mood)).toEqual({
      outcome: 'failed',
      fault: { kind, words: expect.stringMatching(words) },
    });
  });
});

it('takes a status that comes with an answer for one, when told so', async () => {
  world.feel({ answers: { status: 404, body: { error: 'No traces found' } } });
  const answer = await askJson({
    url: world.url,
    context: countingContext(),
    alsoTake: [404],
    read: json => json,
  });
  expect(answer).toEqual({
    outcome: 'ok',
    value: { error: 'No traces found' },
  });
});
