/** Hands a file to the reader's browser. */
export function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this turn; freed at once, the file is empty.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
