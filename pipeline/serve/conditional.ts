/** What a client has said that it holds already, and what it requires. */
export interface Conditions {
  readonly ifMatch?: string | undefined;
  readonly ifUnmodifiedSince?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
}

/** What tells one state of a document from another. */
export interface Validators {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** To the second, as HTTP dates are. */
  readonly modified: Date;
}

/**
 * What the conditions make of an answer, in the order of RFC 9110, section 13.2.2: 412 when the client requires another
 * state, 304 when it holds this one, else undefined. A date only counts without a tag of the same kind.
 */
export function conditionalStatus(conditions: Conditions, validators: Validators): 304 | 412 | undefined {
  if (!isRequired(conditions, validators)) return 412;
  return isFresh(conditions, validators) ? 304 : undefined;
}

/** Weak tags never match (RFC 9110, section 13.1.1). */
function isRequired({ ifMatch, ifUnmodifiedSince }: Conditions, { etag, modified }: Validators): boolean {
  if (ifMatch !== undefined) return ifMatch.trim() === '*' || strongTagsOf(ifMatch).includes(etag);
  const since = dateOf(ifUnmodifiedSince);
  return since === undefined || modified.getTime() <= since;
}

function isFresh({ ifNoneMatch, ifModifiedSince }: Conditions, { etag, modified }: Validators): boolean {
  if (ifNoneMatch !== undefined) return ifNoneMatch.trim() === '*' || tagsOf(ifNoneMatch).includes(etag);
  const since = dateOf(ifModifiedSince);
  return since !== undefined && modified.getTime() <= since;
}

/** May a part be given to who holds another (RFC 9110, section 13.1.5)? Weak tags never match. */
export function isSameAs(ifRange: string | undefined, { etag, modified }: Validators): boolean {
  if (ifRange === undefined) return true;
  const text = ifRange.trim();
  return /^(?:W\/)?"/.test(text) ? text === etag : dateOf(text) === modified.getTime();
}

/** The tags of a list, weak ones as strong ones: `If-None-Match` compares weakly (RFC 9110, section 8.8.3.2). */
function tagsOf(list: string): readonly string[] {
  return list.match(/"[^"]*"/g) ?? [];
}

function strongTagsOf(list: string): readonly string[] {
  return (list.match(/(?:W\/)?"[^"]*"/g) ?? []).filter((tag) => !tag.startsWith('W/'));
}

/** An HTTP date (RFC 9110, section 5.6.7): the form of today and the two of old, all of which begin with the day. */
function dateOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]+,? /.test(text)) return undefined;
  const time = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
