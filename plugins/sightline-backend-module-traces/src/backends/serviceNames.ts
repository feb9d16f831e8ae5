const longest = 200;

// Control characters are in no name, and in nothing that goes into a query.
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f]/;

/** Names that can be asked about, each once; how many others there were is lost. */
export const serviceNames = (
  names: readonly unknown[],
  lost: (cause: string, count: number) => void,
): string[] => {
  const usable = names.filter(
    (name): name is string =>
      typeof name === 'string' &&
      name !== '' &&
      name.length <= longest &&
      !unprintable.test(name),
  );
  const others = names.length - usable.length;
  if (others > 0) {
    lost('services with names that cannot be asked about', others);
  }
  return [...new Set(usable)];
};
