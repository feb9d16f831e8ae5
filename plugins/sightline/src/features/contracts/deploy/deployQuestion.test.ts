import { parseDraft, questionOf, withDraft } from './deployQuestion';

const draftIn = (url: string) => parseDraft(new URLSearchParams(url));

it('reads a question from a link, whatever the names hold', () => {
  const question = {
    pacticipant: 'team/edge & co 🚢',
    version: '4f2a+c1',
    environment: 'pre prod',
    broker: 'pact:eu',
  };
  expect(draftIn(`${withDraft(new URLSearchParams(), question)}`)).toEqual(
    question,
  );
  expect(questionOf(question)).toEqual(question);
});

it('asks nothing while a part is missing or blank', () => {
  expect(questionOf(draftIn('deploy=Orders&version=%20&to=production'))).toBe(
    undefined,
  );
});

it('takes a question back, and leaves the rest of the URL as it is', () => {
  const params = new URLSearchParams('q=pay&deploy=Orders&version=1&to=x');
  expect(`${withDraft(params)}`).toBe('q=pay');
});
