import { byCodePoint } from '../base/order.ts';
import { namespaces, type Prefix } from '../base/terms.ts';

/** The prefixes that every output with prefixes declares, in a fixed order. */
export const prefixes: readonly (readonly [Prefix, string])[] = (
  Object.entries(namespaces) as [Prefix, string][]
).sort(([a], [b]) => byCodePoint(a, b));

/**
 * The prefix for which a full IRI could be taken: `dc:42` is an IRI of the scheme `dc`, yet where the prefix `dc` is
 * declared it reads as a prefixed name, that is, as another IRI.
 */
export function mistakablePrefix(iri: string): Prefix | undefined {
  const scheme = iri.slice(0, iri.indexOf(':'));
  return Object.hasOwn(namespaces, scheme) ? (scheme as Prefix) : undefined;
}

/** A vocabulary's IRI as prefix and name, when the name is safe in every syntax: letters, digits, `-` and `_`. */
export function prefixed(iri: string): { readonly prefix: Prefix; readonly name: string } | undefined {
  const found = prefixes.find(([, namespace]) => iri.startsWith(namespace));
  if (!found) return undefined;
  const name = iri.slice(found[1].length);
  return /^[A-Za-z][\w-]*$/.test(name) ? { prefix: found[0], name } : undefined;
}
