import { UserError } from '../base/user-error.ts';
import type { Account } from '../deposit/index.ts';
import type { Context } from './context.ts';
import { credentialLines } from './credentials-file.ts';

/** A server of HAL that works can be sent to. */
export interface HalServer {
  /** As `deposits.tsv` calls it. */
  readonly name: string;
  /** Where its deposits go. */
  readonly collection: string;
  /** Its search API. */
  readonly search: string;
}

/** The APIs of HAL (hal.md section 4). */
const apis: Readonly<Record<string, string>> = {
  preprod: 'https://api-preprod.archives-ouvertes.fr/',
  production: 'https://api.archives-ouvertes.fr/',
};

/** The server of this name or address; the test server when none is named. */
export function halServer(name = 'preprod', portal = 'hal'): HalServer {
  const root = apis[name] ?? addressOf(name);
  return {
    name,
    collection: new URL(`sword/${portal}`, root).href,
    search: new URL('search/', root).href,
  };
}

function addressOf(text: string): string {
  try {
    const { protocol, hostname, href } = new URL(text);
    // A password is sent there.
    const isSafe =
      protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.|\[::1\])/.test(hostname));
    if (isSafe) return href.endsWith('/') ? href : `${href}/`;
  } catch {
    // Said below.
  }
  throw new UserError({
    fr: `--server ${text} : attendu preprod, production ou une adresse https`,
    en: `--server ${text}: expected preprod, production or an https address`,
  });
}

/** The account that sends, from the environment or a file that nobody else can read. */
export function accountOf(
  { collection }: HalServer,
  onBehalfOf: readonly string[],
  file: string | undefined,
  { environment }: Context,
): Account {
  const [login = '', password = ''] =
    file === undefined ? [environment.HAL_LOGIN, environment.HAL_PASSWORD] : credentialLines(file);
  if (login === '' || password === '')
    throw new UserError({
      fr: 'compte de HAL : mettre HAL_LOGIN et HAL_PASSWORD dans l’environnement, ou --credentials FICHIER (le compte sur une ligne, le mot de passe sur la suivante)',
      en: 'account of HAL: set HAL_LOGIN and HAL_PASSWORD in the environment, or --credentials FILE (the login on one line, the password on the next)',
    });
  return { collection, login, password, onBehalfOf };
}
