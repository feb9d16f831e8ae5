import { useState } from 'react';
import type { Problem } from '../../api';
import { download } from '../download';

export type Download = {
  busy: boolean;
  problem?: Problem;
  onDownload: () => void;
};

/** A file that is asked for with the reader's sign-in, so no plain link: `fleet-2026-11-21.csv` */
export function useDownload(ask: () => Promise<Blob>, name: string): Download {
  const [state, setState] = useState<Omit<Download, 'onDownload'>>({
    busy: false,
  });

  const onDownload = async () => {
    setState({ busy: true });
    try {
      const today = new Date().toISOString().slice(0, 10);
      download(await ask(), `${name}-${today}.csv`);
      setState({ busy: false });
    } catch (problem) {
      setState({ busy: false, problem: problem as Problem });
    }
  };
  return { ...state, onDownload };
}
