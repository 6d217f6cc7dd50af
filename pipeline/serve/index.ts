export { type AnswerFormat, formatAnswer } from './answer-format.ts';
export { siteApp } from './site-app.ts';
export { openStore, rdfFormatOf } from './store.ts';
