import { Response } from 'express';
import { isUnchanged } from './conditional';

const ask = (header?: string) => {
  const said: Record<string, unknown> = {};
  const response = {
    set: (name: string, value: string) => {
      said[name] = value;
    },
    status(code: number) {
      said.status = code;
      return this;
    },
    end() {
      said.ended = true;
    },
  };
  const unchanged = isUnchanged(
    { headers: { 'if-none-match': header } },
    response as unknown as Response,
    '"7-abc"',
  );
  return { unchanged, said };
};

const marks = { ETag: '"7-abc"', 'Cache-Control': 'private, no-cache' };

describe('isUnchanged', () => {
  it.each([
    ['the same tag', '"7-abc"'],
    ['the same tag, weakened by a proxy', 'W/"7-abc"'],
    ['one of several tags', '"6-abc", "7-abc"'],
    ['any tag', '*'],
  ])('answers 304 without a body to %s', (_title, header) => {
    expect(ask(header)).toEqual({
      unchanged: true,
      said: { ...marks, status: 304, ended: true },
    });
  });

  it.each([
    ['no tag', undefined],
    ['another tag', '"6-abc"'],
    ['a part of the tag', '"7-a'],
  ])('leaves the answer open for %s', (_title, header) => {
    expect(ask(header)).toEqual({ unchanged: false, said: marks });
  });
});
