/**
 * What is promised about services, how the promises stand, and whether they can
 * be kept.
 */
export { addSloApi } from './api/addSloApi';
export { createSlo } from './createSlo';
export { joinMarks } from './history/joinMarks';
export type { FleetView, Slo, SloOptions } from './Slo';
export type { SloReader } from './SloReader';
export { noticesByBackstage } from './telling/noticesByBackstage';
