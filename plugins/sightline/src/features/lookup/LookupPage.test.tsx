import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show, harbour, opened, url } from './__testUtils__/showLookup';

beforeEach(() => localStorage.clear());

it('opens the first match: who is called, until when, and what time it is for them', async () => {
  show(harbour(), '/?q=payments');
  const card = await opened('Payments');
  expect(await card.findByRole('link', { name: 'Ana Marković' })).toBeVisible();
  const onCall = within(card.getByRole('region', { name: 'On call' }));
  expect(onCall.getByText('Level 1')).toBeVisible();
  expect(onCall.getAllByText(/^until .*\(in 5 h\)$/)).toHaveLength(2);
  expect(onCall.getAllByTitle('Europe/Belgrade')[0]).toHaveTextContent(
    /^\d\d:\d\d there/,
  );
  expect(
    onCall.getByRole('link', {
      name: 'Mail to Ana Marković: ana.markovic@harbour.example',
    }),
  ).toHaveAttribute('href', 'mailto:ana.markovic@harbour.example');
  expect(onCall.getByText(/^Next:/)).toHaveTextContent(
    /^Next: Daniel Okonkwo from .* \(in 5 h\)$/,
  );
});

it('says why it matched, where the runbook is, and where people talk', async () => {
  show(harbour(), '/?q=payments');
  const card = await opened('Payments');
  expect(card.getByText('This is its name')).toBeVisible();
  expect(card.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
    'href',
    'https://runbooks.harbour.example/payments',
  );
  expect(card.getByRole('link', { name: '#team-payments' })).toBeVisible();
});

it('tells who is hit with the one to be told, what burns, what changed and whom to suspect', async () => {
  show(harbour(), '/?q=shipping');
  const card = await opened('Shipping');
  const part = async (name: string) =>
    within(await card.findByRole('region', { name }));
  const [first] = await (await part('Who is hit')).findAllByRole('listitem');
  expect(first).toHaveTextContent(/Samuel Adeyemi is on call/);
  expect((await part('What burns')).getAllByText('page')[0]).toBeVisible();
  expect(
    (await part('What changed')).getAllByText(/^Deployed 5\.3\.0/)[0],
  ).toBeVisible();
  expect(
    (await part('Suspects')).getByText(/86 % of the calls to it fail/),
  ).toBeVisible();
});

it('copies all of it as text', async () => {
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: { writeText: async (text: string) => copied.push(text) },
  });
  show(harbour(), '/?q=shipping');
  const card = await opened('Shipping');
  await card.findByText(/86 % of the calls/);
  await userEvent.click(card.getByRole('button', { name: 'Copy brief' }));
  const lines = copied[0].split('\n');
  expect(lines[0]).toMatch(/^Shipping, T1, logistics \(as of /);
  expect(lines).toContain('- Ana Marković is on call until 18:00 UTC');
  expect(lines).toContain('Runbook: https://runbooks.harbour.example/shipping');
});

it('says first that nobody is on call, and names later levels as such', async () => {
  show(harbour({ onCall: 'later-level-only' }), '/?q=payments');
  const onCall = within(await screen.findByRole('region', { name: 'On call' }));
  const headline = await onCall.findByText(
    'Nobody is on call until 06:00 UTC; Ana Marković would be asked as level 3',
  );
  const person = onCall.getByRole('link', { name: 'Ana Marković' });
  expect(
    // eslint-disable-next-line no-bitwise
    headline.compareDocumentPosition(person) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  expect(onCall.queryByText('Level 1')).not.toBeInTheDocument();
  expect(onCall.getByText('Level 3')).toBeVisible();
});

it('shows owners as owners where nobody is ever on call', async () => {
  show(harbour({ onCall: 'owners' }), '/?q=payments');
  const onCall = within(await screen.findByRole('region', { name: 'On call' }));
  expect(await onCall.findByText('Nobody is on call')).toBeVisible();
  expect(onCall.getByText('Owners of Payments, not on call:')).toBeVisible();
  expect(
    within(onCall.getByRole('list', { name: 'Owners, Payments' })).getByText(
      'and 1 more',
    ),
  ).toBeVisible();
});

it('warns of the next gap while somebody is on call', async () => {
  show(harbour(), '/?q=payments');
  expect(await screen.findByText('Gap ahead')).toBeVisible();
});

it('says what is unknown, and why', async () => {
  const api = harbour();
  Object.assign(api, {
    problem: 'unavailable',
    failing: ['getBlastRadius', 'getServiceWorkloads'],
  });
  show(api, '/?q=payments');
  expect(
    await screen.findByRole('button', {
      name: 'Who is hit is unknown: source down',
    }),
  ).toBeVisible();
  expect(
    screen.getByRole('button', {
      name: 'What changed is unknown: source down',
    }),
  ).toBeVisible();
});

it('opens another match, which the URL keeps', async () => {
  show(harbour(), '/?q=ledger');
  await opened('Ledger');
  await userEvent.click(
    screen.getByRole('link', { name: /^Ledger Exports: Its name/ }),
  );
  await opened('Ledger Exports');
  expect(url()).toBe('/?q=ledger&service=component:default/ledger-exports');
});

it('goes through the matches with the arrows, without leaving the field', async () => {
  show(harbour(), '/?q=ledger');
  await opened('Ledger');
  const field = screen.getByRole('searchbox', { name: 'Look up anything' });
  await userEvent.click(field);
  await userEvent.keyboard('{ArrowDown}');
  await opened('Ledger Exports');
  await userEvent.keyboard('{ArrowDown}');
  await opened('Ledger');
  expect(field).toHaveFocus();
});

it('takes what is pasted at once, says how it was read, and remembers it', async () => {
  show();
  const field = await screen.findByRole('searchbox', {
    name: 'Look up anything',
  });
  await userEvent.click(field);
  await userEvent.paste(' search-7c9f8d6b-x2x4q\n');
  await opened('Search');
  expect(url()).toBe('/?q=search-7c9f8d6b-x2x4q');
  expect(screen.getByText('1 match · search, by its pod’s name')).toBeVisible();
  await userEvent.clear(field);
  expect(
    await screen.findByRole('link', { name: 'search-7c9f8d6b-x2x4q' }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Forget' }));
  await waitFor(() =>
    expect(
      screen.queryByRole('link', { name: 'search-7c9f8d6b-x2x4q' }),
    ).not.toBeInTheDocument(),
  );
});

it('lists teams and people beside the services', async () => {
  show(harbour(), '/?q=checkout');
  const parties = within(
    await screen.findByRole('region', { name: 'People and teams' }),
  );
  expect(parties.getByRole('link', { name: 'checkout' })).toHaveAttribute(
    'href',
    '/catalog/default/group/checkout',
  );
});

it('asks nothing while nothing is asked, and says what can be pasted', async () => {
  const api = show();
  expect(
    await screen.findByRole('region', { name: 'What can be pasted' }),
  ).toBeVisible();
  expect(api.asked).toEqual([]);
});

it('says that nothing is known', async () => {
  show(harbour(), '/?q=%F0%9F%92%A5');
  expect(await screen.findByText('Nothing is known as “💥”')).toBeVisible();
});

it('says how old the index is', async () => {
  show(harbour({ snapshot: 'stale' }), '/?q=payments');
  expect(
    await screen.findByText(/As of 12 minutes ago: the database/),
  ).toBeVisible();
});

describe('while the backend is away', () => {
  const remembered = async () => {
    show(harbour(), '/?q=payments');
    await screen.findByText(/None of those it waits for/);
    cleanup();
  };

  it('shows the last answer, and says that it is', async () => {
    await remembered();
    const down = harbour();
    down.problem = 'unavailable';
    show(down, '/?q=payments');
    const card = await opened('Payments');
    expect(
      await card.findByRole('link', { name: 'Ana Marković' }),
    ).toBeVisible();
    expect(screen.getAllByText('Stale').length).toBeGreaterThan(0);
    expect(screen.getAllByText(/You see what was known/)[0]).toBeVisible();
  });

  it('finds a service by words that were never asked', async () => {
    await remembered();
    const down = harbour();
    down.problem = 'unavailable';
    show(down, '/?q=pay');
    const card = await opened('Payments');
    expect(await card.findByText('Ana Marković')).toBeVisible();
  });

  it('shows nothing of it to those who may not see it', async () => {
    await remembered();
    const denied = harbour();
    denied.problem = 'forbidden';
    show(denied, '/?q=payments');
    expect(await screen.findByText('Not permitted: “payments”')).toBeVisible();
    expect(screen.queryByText('Ana Marković')).not.toBeInTheDocument();
  });

  it('says so where nothing is remembered', async () => {
    const down = harbour();
    down.problem = 'unavailable';
    show(down, '/?q=payments');
    expect(await screen.findByText('Not reachable: “payments”')).toBeVisible();
  });
});

it('shows the rest where only the responder cannot be had', async () => {
  const api = harbour();
  Object.assign(api, {
    problem: 'unavailable',
    failing: ['getServiceOnCall'],
  });
  show(api, '/?q=payments');
  const onCall = within(await screen.findByRole('region', { name: 'On call' }));
  expect(
    await onCall.findByText('Who is on call cannot be said'),
  ).toBeVisible();
  expect(await screen.findByText(/None of those it waits for/)).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api, '/?q=payments');
  expect(await screen.findByLabelText('Looking it up')).toHaveAttribute(
    'aria-busy',
    'true',
  );
});

it('leaves no claim of an older question standing', async () => {
  const api = harbour();
  show(api, '/?q=zzz');
  await screen.findByText('Nothing is known as “zzz”');
  let answer = () => {};
  api.delay = () => new Promise<void>(resolve => (answer = resolve));
  const field = screen.getByRole('searchbox', { name: 'Look up anything' });
  await userEvent.clear(field);
  await userEvent.type(field, 'payments{Enter}');
  expect(await screen.findByLabelText('Looking it up')).toBeVisible();
  api.delay = 0;
  await act(async () => answer());
  await opened('Payments');
});
