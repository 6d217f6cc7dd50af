export { Authorization, isPrivate, type StoreAccount } from './authorization.ts';
export { type Graph, storeAddress } from './graph-store.ts';
export { Loading, type Sizes, type Step } from './loading.ts';
export { surveyOf } from './statements.ts';
