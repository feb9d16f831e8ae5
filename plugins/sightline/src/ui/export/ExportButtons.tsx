import { Button } from '../Button';
import { Cell, csvLine } from '../csvLine';
import { download } from '../download';

/** A column of a file: what it is called there, and the value with all its digits. */
export type ExportColumn<Row> = [title: string, read: (row: Row) => Cell];

type ExportButtonsProps<Row> = {
  /** what the table is called, for those who do not see where the buttons stand */
  of: string;
  /** the file's name, without its ending */
  file: string;
  rows: Row[];
  columns: ExportColumn<Row>[];
};

/** A table as a file: CSV with a line a row, or JSON with all that is known. */
export function ExportButtons<Row>({
  of,
  file,
  rows,
  columns,
}: ExportButtonsProps<Row>) {
  const save = (content: string, type: string, ending: string) =>
    download(new Blob([content], { type }), `${file}.${ending}`);
  const onCsv = () =>
    save(
      [
        columns.map(([title]) => title),
        ...rows.map(row => columns.map(([, read]) => read(row))),
      ]
        .map(csvLine)
        .join(''),
      'text/csv',
      'csv',
    );
  const onJson = () =>
    save(JSON.stringify(rows, null, 2), 'application/json', 'json');
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Button aria-label={`CSV: ${of}`} style={narrow} onClick={onCsv}>
        CSV
      </Button>
      <Button aria-label={`JSON: ${of}`} style={narrow} onClick={onJson}>
        JSON
      </Button>
    </span>
  );
}

const narrow = { minWidth: 0 };
