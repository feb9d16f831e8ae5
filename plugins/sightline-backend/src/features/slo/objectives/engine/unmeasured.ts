/** In place of a source's id: nothing that is configured can measure it. */
export const unmeasured = 'none';
