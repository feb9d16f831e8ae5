import { ReceivedBody } from '../keeping/ReceivedBody';
import { Taken } from '../keeping/SpanPipeline';

/** Who takes what was received. */
export type SpanTaker = {
  /** why senders have to wait; `undefined` when they need not */
  readonly whyNot: string | undefined;
  /** memory of bodies that were taken and are not answered yet */
  readonly bytesUnderWay: number;
  take(body: ReceivedBody): Promise<Taken>;
  /** a request whose sender will not try again: its spans are lost */
  refused(status: number): void;
};
