import { Page, Pages, PagesPicture } from './Pages';
import { Problem } from './Problem';

type Numbers = Page<number>;

/** A hundred numbers, ten a page. */
const numbers = (cursor: string | undefined, fails: () => boolean): Numbers => {
  if (fails()) {
    throw new Problem('unavailable', 'It is down.');
  }
  const from = Number(cursor ?? 0);
  const items = Array.from({ length: 10 }, (_, index) => from + index);
  return {
    items,
    total: 100,
    nextCursor: from < 90 ? String(from + 10) : undefined,
  };
};

const list = () => {
  const cursors: (string | undefined)[] = [];
  const pictures: PagesPicture<Numbers>[] = [];
  const state = { fails: false };
  const pages = new Pages<Numbers>(
    async cursor => {
      cursors.push(cursor);
      return numbers(cursor, () => state.fails);
    },
    picture => pictures.push(picture),
  );
  const last = () => pictures[pictures.length - 1];
  const rows = () => last().pages.flatMap(page => page.items);
  const settled = async () => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  };
  return { pages, cursors, state, last, rows, settled };
};

it('asks for no more pages than somebody looks at', async () => {
  const { pages, cursors, settled, rows } = list();
  pages.need(0);
  await settled();
  expect(cursors).toEqual([undefined]);
  pages.need(25);
  await settled();
  expect(cursors).toEqual([undefined, '10', '20']);
  expect(rows()).toHaveLength(30);
});

it('comes to the end and stops there', async () => {
  const { pages, cursors, settled, rows, last } = list();
  pages.need(10_000);
  await settled();
  expect(cursors).toHaveLength(10);
  expect(rows()[99]).toBe(99);
  expect(last().busy).toBe(false);
});

it('shows a refresh in one go, so that no row flickers', async () => {
  const { pages, settled, rows, last } = list();
  pages.need(25);
  await settled();
  pages.refresh(25);
  expect([rows().length, last().busy]).toEqual([30, true]);
  await settled();
  expect([rows().length, last().busy]).toEqual([30, false]);
});

it('keeps the rows when the next page fails, and goes on when asked again', async () => {
  const { pages, state, settled, rows, last } = list();
  pages.need(0);
  await settled();
  state.fails = true;
  pages.need(15);
  await settled();
  expect([rows().length, last().problem?.kind]).toEqual([10, 'unavailable']);
  state.fails = false;
  pages.need(15);
  await settled();
  expect([rows().length, last().problem]).toEqual([20, undefined]);
});

it('says nothing more after it was stopped', async () => {
  const { pages, settled, last } = list();
  pages.need(0);
  pages.stop();
  await settled();
  expect(last()).toEqual({ pages: [], busy: true });
});
