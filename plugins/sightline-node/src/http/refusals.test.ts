import { countingContext } from '../testUtils/contexts';
import { FakeWorld, startFakeWorld, WorldMood } from '../testUtils/FakeWorld';
import { startUntrustedWorld } from '../testUtils/UntrustedWorld';
import { askJson } from './askJson';

const explain = (body: string) => (JSON.parse(body) as { why?: string }).why;

describe('a refusal that says why', () => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await startFakeWorld({ answer: () => ({ body: {} }) });
  });
  afterAll(() => world.stop());

  const wordsWhen = async (mood: WorldMood) => {
    world.feel(mood);
    const context = countingContext();
    const url = `${world.url}/api`;
    const answer = await askJson({ url, context, explain, read: json => json });
    return answer.outcome === 'ok'
      ? answer
      : [answer.outcome, answer.fault.words.replace(/^127\S+ /, '')];
  };

  it.each<[string, number, unknown, [string, string]]>([
    [
      'in its words',
      422,
      { why: 'too many samples' },
      ['failed', 'answered 422 to GET /api (too many samples)'],
    ],
    [
      'without the credentials it repeats',
      503,
      { why: 'Bearer 123 was tried' },
      ['retry', 'answered 503 (unavailable) to GET /api (Bearer … was tried)'],
    ],
    [
      'in a form that cannot be read',
      502,
      '<html>',
      ['retry', 'answered 502 (bad gateway) to GET /api'],
    ],
    [
      'at too great a length',
      500,
      { why: 'x'.repeat(20_000) },
      ['retry', 'answered 500 (internal error) to GET /api'],
    ],
  ])('is told %s', async (_, status, body, told) => {
    expect(await wordsWhen({ answers: { status, body } })).toEqual(told);
  });
});

describe('an authority of our own', () => {
  const ask = (url: string, ca?: string) =>
    askJson({
      url,
      method: 'POST',
      body: 'x',
      tls: ca ? { ca } : undefined,
      context: countingContext(),
      read: json => json,
    });

  it('is trusted where it is given, and only there', async () => {
    const world = await startUntrustedWorld();
    expect(await ask(world.url, world.ca)).toEqual({
      outcome: 'ok',
      value: {},
    });
    expect(await ask(world.url)).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'certificate' },
    });
    await world.stop();
    expect(await ask(world.url, world.ca)).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'connection-refused' },
    });
  });

  it('takes nothing from a question that is cut off', async () => {
    const world = await startUntrustedWorld();
    const context = countingContext();
    context.abort();
    const { url, ca } = world;
    expect(
      await askJson({ url, tls: { ca }, context, read: json => json }),
    ).toMatchObject({ outcome: 'retry', fault: { kind: 'timeout' } });
    await world.stop();
  });
});
