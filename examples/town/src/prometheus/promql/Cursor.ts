import { parseError } from './PromqlError.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A place among the tokens of a query, moving on. */
export type Cursor = {
  peek(): Token;
  next(): Token;
  /** takes the sign if it comes next */
  take(sign: string): boolean;
  /** takes the word if it comes next, in capitals or not */
  takeWord(...words: string[]): string | undefined;
  expect(sign: string, where: string): void;
  unexpected(where: string): Error;
  fail(at: number, message: string): Error;
};

const SAID: Record<Token['kind'], (text: string) => string> = {
  end: () => 'end of input',
  string: text => `string ${JSON.stringify(text)}`,
  number: text => `number "${text}"`,
  duration: text => `duration "${text}"`,
  word: text => `identifier "${text}"`,
  sign: text => `"${text}"`,
};

export function cursorOf(text: string): Cursor {
  const tokens = tokensOf(text);
  let place = 0;
  const peek = () => tokens[place];
  const next = () => {
    const token = tokens[place];
    if (place < tokens.length - 1) place++;
    return token;
  };
  const fail = (at: number, message: string) => parseError(text, at, message);
  const unexpected = (where: string) => {
    const { kind, text: said, at } = peek();
    return fail(at, `unexpected ${SAID[kind](said)}${where && ` ${where}`}`);
  };
  const take = (sign: string) => {
    const { kind, text: said } = peek();
    const isIt = kind === 'sign' && said === sign;
    if (isIt) next();
    return isIt;
  };
  return {
    ...{ peek, next, take, fail, unexpected },
    takeWord(...words) {
      const { kind, text: said } = peek();
      const word = said.toLowerCase();
      if (kind !== 'word' || !words.includes(word)) return undefined;
      next();
      return word;
    },
    expect(sign, where) {
      if (take(sign)) return;
      if (sign === ')' && peek().kind === 'end') {
        throw fail(peek().at, 'unclosed left parenthesis');
      }
      throw unexpected(where);
    },
  };
}
