import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { Problem, ServicesQuery, sightlineApiRef } from '../../api';
import { download } from '../../ui/download';

export type Csv = { busy: boolean; problem?: Problem; onDownload: () => void };

/** The filtered fleet as a file: asked with the reader's sign-in, so no plain link. */
export function useCsv(query: ServicesQuery): Csv {
  const api = useApi(sightlineApiRef);
  const [state, setState] = useState<Omit<Csv, 'onDownload'>>({ busy: false });

  const onDownload = async () => {
    setState({ busy: true });
    try {
      const today = new Date().toISOString().slice(0, 10);
      download(await api.getServicesCsv(query), `fleet-${today}.csv`);
      setState({ busy: false });
    } catch (problem) {
      setState({ busy: false, problem: problem as Problem });
    }
  };
  return { ...state, onDownload };
}
