import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkSqlReports, problemsOfReport } from './sqlReports.ts';

describe('sql-reports', () => {
  it('fails migrations without a report', () => {
    const tree = memoryTree({
      'plugins/x/migrations/20260101000000_init.js': '',
    });
    expect(checkSqlReports(tree).problems).toEqual([
      'plugins/x has migrations and no report.sql.md: yarn api-reports',
    ]);
  });

  it('fails a table that belongs to nobody', () => {
    const tree = memoryTree({
      'plugins/x/migrations/1_init.js': '',
      'plugins/x/src/features/calls/index.ts': '',
      'plugins/x/src/platform/outbox/relay.ts': '',
      'plugins/x/report.sql.md':
        '## Table `calls_edges`\n## Table `outbox_event`\n## Table `edges`',
    });
    expect(checkSqlReports(tree).problems).toEqual([
      "plugins/x/report.sql.md: 'edges' must start with the word of the folder that owns it (calls_, outbox_, intake_).",
    ]);
  });

  it('fails a migration that does not go back', () => {
    expect(
      problemsOfReport('r', "> Failed to migrate down from '1_init.js'", []),
    ).toEqual([
      'r: migration 1_init.js does not go down again; write its `down`.',
    ]);
  });

  it('passes without migrations', () => {
    expect(checkSqlReports(memoryTree({}))).toEqual({
      problems: [],
      summary: 'no plugin has migrations yet',
    });
  });
});
