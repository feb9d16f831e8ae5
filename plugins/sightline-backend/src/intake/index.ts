/**
 * Runs the sources: when they are asked, what protects us from them, what
 * becomes of what they say, and how they are.
 */
export { createIntake } from './createIntake';
export { addIntakeApi } from './api/addIntakeApi';
export type { Intake, IntakeOptions } from './createIntake';
export type { AskedServices } from './running/RunningSource';
export type { ReportOrigin, SectionTakers } from './SectionTakers';
export type { SourceStatusReader } from './SourceStatusReader';
