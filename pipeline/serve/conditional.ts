/** What a client has said that it holds already. */
export interface Conditions {
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

/** Does the client hold this state already (304)? RFC 9110, section 13.2.2: the date only counts without an ETag. */
export function isFresh(conditions: Conditions, { etag, modified }: Validators): boolean {
  const { ifNoneMatch, ifModifiedSince } = conditions;
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

/** An HTTP date (RFC 9110, section 5.6.7): the form of today and the two of old, all of which begin with the day. */
function dateOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]+,? /.test(text)) return undefined;
  const time = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
