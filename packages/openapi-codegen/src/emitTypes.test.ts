import { emitTypes } from './emitTypes';

describe('emitTypes', () => {
  it('publishes schemas and operations, and nothing else', () => {
    expect(
      emitTypes([
        'export type paths = {};\n',
        'export type components = { schemas: {} };\n',
        'export type $defs = {};\n',
        'export interface operations {}\n',
      ]).match(/^export .*$/gm),
    ).toEqual([
      'export type components = { schemas: {} };',
      'export interface operations {}',
    ]);
  });

  it('tells each of them as public', () => {
    expect(emitTypes(['export interface operations {}\n'])).toBe(
      '/** What each operation of the API takes and answers, by its id. @public */\nexport interface operations {}\n',
    );
  });

  it('keeps what a comment says, without tags that TSDoc does not know', () => {
    const lines = [
      'export type components = {',
      '  /** @description Milliseconds */',
      '  validFor: number;',
      '  /** @enum {string} */',
      "  tier: 'T0';",
      '  /**',
      '   * @description Of a run',
      '   * @enum {string}',
      '   */',
      "  outcome: 'ok';",
      '};',
    ];
    expect(
      emitTypes([lines.join('\n')])
        .split('\n')
        .slice(1),
    ).toEqual([
      'export type components = {',
      '  /** Milliseconds */',
      '  validFor: number;',
      "  tier: 'T0';",
      '  /**',
      '   * Of a run',
      '   */',
      "  outcome: 'ok';",
      '};',
    ]);
  });
});
