export { moved } from './answer.ts';
export { type AnswerFormat, formatAnswer } from './answer-format.ts';
export { type Handler, listen } from './listen.ts';
export { oaiApp } from './oai-app.ts';
export { siteApp } from './site-app.ts';
export { type SparqlApp, sparqlApp } from './sparql-app.ts';
export {
  type Answer,
  asked,
  type EmbeddedStore,
  openStore,
  rdfFormatOf,
  rowsIn,
} from './store.ts';
