export { type Dumped, type DumpTask, dump } from './dump.ts';
export { type Violation, violationsOf } from './gate.ts';
export { fileName, type HalNotice, halNotices } from './hal.ts';
export { publishLab } from './lab.ts';
export { countLevels, reportOf } from './report.ts';
export type { Replaced } from './share.ts';
export { addressOf } from './site/address.ts';
export { languageOfPages } from './site/view.ts';
export { replaceFolder, withFolderBeside } from './swap.ts';
