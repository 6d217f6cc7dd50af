export { type AnswerFormat, formatAnswer } from './answer-format.ts';
export { openStore, rdfFormatOf } from './store.ts';
