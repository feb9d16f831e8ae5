const causes: Record<string, string> = {
  EACCES: 'the portal may not write there',
  EPERM: 'the portal may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'what stands there is no folder',
  EEXIST: 'what stands there is no folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EMFILE: 'the portal has too many files open',
  EIO: 'the disk is broken',
};

/** Why spans cannot be kept, in the words of whoever runs the portal. */
export const describeTrouble = (error: unknown, folder: string): string => {
  if (typeof error === 'string') return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = causes[code ?? ''];
  return cause
    ? `Spans cannot be kept in ${folder} (sightline.otlp.folder): ${cause} (${message})`
    : message;
};
