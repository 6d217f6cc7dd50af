export type { Draft } from './base/draft.ts';
export type { Finding, Place, Rejected, Reviewed } from './base/finding.ts';
export type { Lab } from './base/lab.ts';
export type { Entry, Sink } from './base/sink.ts';
export { UserError } from './base/user-error.ts';
export type { IdentifiedWork, Work } from './base/work.ts';
export { convert } from './convert.ts';
export { gatherInputs, runLab } from './run.ts';
export { entriesOf, gather, readers, reconcileAlone, writers } from './stages.ts';
