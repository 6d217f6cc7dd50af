import type { OutFile } from '../file.ts';
import { apacheConf, htaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { netlifyHeaders, netlifyRedirects } from './netlify.ts';
import { nginxConf } from './nginx.ts';
import { planOf, type Served } from './plan.ts';

/** For each server, how it answers as `moisson serve` does: `servers/`, and what Netlify reads in the site itself. */
export function serverFiles(served: Served): readonly OutFile[] {
  const plan = planOf(served);
  return [
    { path: 'servers/apache.conf', content: apacheConf(plan) },
    { path: 'servers/nginx.conf', content: nginxConf(plan) },
    { path: 'servers/Caddyfile', content: caddyfile(plan) },
    ...(plan.oai.length > 0 ? [{ path: 'servers/oai.htaccess', content: htaccess(plan) }] : []),
    { path: 'site/_headers', content: netlifyHeaders(plan) },
    { path: 'site/_redirects', content: netlifyRedirects(plan) },
  ];
}
