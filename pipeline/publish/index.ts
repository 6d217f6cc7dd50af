export { type Dumped, type DumpTask, dump } from './dump.ts';
export { type Violation, violationsOf } from './gate.ts';
export { publishLab } from './lab.ts';
export { countLevels, reportOf } from './report.ts';
export { addressOf } from './site/address.ts';
export { languageOfPages } from './site/view.ts';
export { type Replaced, replaceFolder, withFolderBeside } from './swap.ts';
