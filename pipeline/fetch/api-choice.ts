import { UserError } from '../base/user-error.ts';
import type { Api, Query } from './api.ts';
import { crossrefApi } from './crossref-api.ts';
import { dataciteApi } from './datacite-api.ts';
import { halApi } from './hal-api.ts';
import { openalexApi } from './openalex-api.ts';

/** Every API. A new one is a file and a line here. */
const apis: readonly Api[] = [halApi, crossrefApi, openalexApi, dataciteApi];

/** An API, and what is asked of it. */
export interface Choice {
  readonly api: Api;
  readonly query: Query;
}

/**
 * Which API an address asks, and for what; none when it is for OAI-PMH. An address of an API that means nothing clear is
 * refused with those that do: to harvest something else would be worse.
 */
export function choiceOf(address: string, chosen: string | undefined): Choice | undefined {
  if (chosen === 'oai') return undefined;
  const api = apis.find((each) => (chosen === undefined ? each.owns(address) : each.name === chosen));
  if (!api) return undefined;
  const query = api.understands(address);
  if (query) return { api, query };
  const known = api.understood.join('\n  ');
  throw new UserError({
    fr: `« ${address} » n’est pas une adresse que l’on comprend pour ${api.name} ; attendu :\n  ${known}`,
    en: `“${address}” is no address that is understood for ${api.name}; expected:\n  ${known}`,
  });
}
