import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import prettier from 'prettier';

/** Of these files (path under `root` to text), those that are not there word for word. */
export const findStale = async (
  root: string,
  files: Record<string, string>,
): Promise<Map<string, string>> => {
  const stale = new Map<string, string>();
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, file);
    const pretty = prettier.format(text, {
      ...(await prettier.resolveConfig(path)),
      parser: 'typescript',
    });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== pretty) {
      stale.set(file, pretty);
    }
  }
  return stale;
};

export const writeAll = (root: string, files: Map<string, string>) => {
  for (const [file, text] of files) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

export const complain = (stale: readonly string[]) =>
  `These no longer say what openapi.yaml says; run \`yarn openapi\`:\n  ${stale.join(
    '\n  ',
  )}`;
