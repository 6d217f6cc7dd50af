export { type Violation, violationsOf } from './gate.ts';
export { publishLab } from './lab.ts';
export { countLevels, reportOf } from './report.ts';
export { languageOfPages } from './site/view.ts';
export { replaceFile, replaceFolder } from './swap.ts';
