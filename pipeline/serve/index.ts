export { type AnswerFormat, formatAnswer } from './answer-format.ts';
export { type Handler, listen } from './listen.ts';
export { oaiApp } from './oai-app.ts';
export { siteApp } from './site-app.ts';
export { openStore, rdfFormatOf } from './store.ts';
