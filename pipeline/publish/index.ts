export { publishLab } from './lab.ts';
export { countLevels, reportOf } from './report.ts';
export { replaceFile, replaceFolder } from './swap.ts';
