import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measured number; `ratio` is ours ÷ peer in the sense that bigger is better for us. */
export type Figure = {
  figure: string;
  value: number;
  unit: string;
  peer?: string;
  ratio?: number;
  /** what the figure must not pass, as people write it: `< 50` */
  bar?: string;
};

const outFolder = join(process.cwd(), 'bench/out');

/** Prints the table and writes `bench/out/NAME.json`. */
export const report = (name: string, figures: Figure[]) => {
  const rounded = figures.map(figure => ({
    ...figure,
    value: round(figure.value),
    ...(figure.ratio === undefined ? {} : { ratio: round(figure.ratio) }),
  }));
  console.table(
    Object.fromEntries(rounded.map(({ figure, ...rest }) => [figure, rest])),
  );
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(
    join(outFolder, `${name}.json`),
    `${JSON.stringify(
      {
        name,
        machine: `${cpus().length} × ${
          cpus()[0]?.model ?? 'unknown'
        }, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
        date: new Date().toISOString(),
        figures: rounded,
      },
      null,
      2,
    )}\n`,
  );
};

/** Three significant digits are more than a shared machine can promise. */
const round = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
