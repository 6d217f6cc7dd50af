/** Each field of a thing: what is copied field by field `satisfies` it, so that a new field is not forgotten. */
export type Every<Thing> = Required<{ [Field in keyof Thing]: unknown }>;
