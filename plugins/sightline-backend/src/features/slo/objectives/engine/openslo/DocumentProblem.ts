import { DocumentProblem as Problem } from '../../../../../platform/engine/documents/DocumentProblem';

/** Something in an OpenSLO file that cannot be read. */
export type DocumentProblem = Problem & {
  /** `metadata.name` of the SLO it spoils; of the whole file when left out */
  slo?: string;
};
