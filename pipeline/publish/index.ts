export { type Violation, violationsOf } from './gate.ts';
export { publishLab } from './lab.ts';
export { countLevels, reportOf } from './report.ts';
export { replaceFile, replaceFolder } from './swap.ts';
