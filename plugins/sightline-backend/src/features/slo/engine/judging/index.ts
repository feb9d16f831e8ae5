export type { AlertRule } from './AlertRule';
export { defaultAlertRules } from './defaultAlertRules';
export { windowsToAsk } from './windowsToAsk';
export { judgeObjective } from './judgeObjective';
export type { JudgedBefore, KeptMeasurement } from './judgeObjective';
