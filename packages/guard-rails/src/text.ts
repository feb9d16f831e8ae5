const BINARY =
  /\.(png|jpe?g|gif|webp|ico|woff2?|ttf|pdf|gz|tgz|zip|sqlite|db|pb|bin)$/i;

export const isText = (file: string) => !BINARY.test(file);

/** `'a', 'b' and 'c'`. */
export function enumerate(words: string[]): string {
  const quoted = words.map(word => `'${word}'`);
  const last = quoted.pop() ?? '';
  return quoted.length ? `${quoted.join(', ')} and ${last}` : last;
}
