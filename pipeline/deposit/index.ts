export { likenesses } from './hal-search.ts';
export { largestPackage, type Package, packageOf } from './package.ts';
export { type Accepted, type Account, create, packageHeaders, remove, replace, statusOf } from './sword.ts';
export type { Refusal } from './sword-error.ts';
