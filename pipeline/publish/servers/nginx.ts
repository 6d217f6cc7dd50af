import {
  allowed,
  formTypes,
  framePolicy,
  mediaTypes,
  openHeaders,
  preflightHeaders,
  safeHeaders,
} from '../../base/media-types.ts';
import { literal } from './literal.ts';
import { keyArguments, type OaiRule, replyFolder } from './oai-rules.ts';
import { embedded, ended, folder, otherWanted, ownWanted, type Plan, pageTaken, pageWanted } from './plan.ts';

/** Maps and a server of nginx. */
export function nginxConf(plan: Plan): string {
  const { host, mount } = plan;
  return `# nginx. Into /etc/nginx/conf.d/; with the lines of your certificate where the site is on https
${maps(plan)}

server {
  listen 80;
  server_name ${host.replace(/:\d+$/, '')};
  set $moisson ${folder};

  absolute_redirect off;
  server_tokens off;
  types {}
  default_type application/octet-stream;
  charset_types *;
  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_types ${[...new Set(mediaTypes.flatMap(({ isText, type }) => (isText && type !== 'text/html' ? [type] : [])))].join(' ')};

  set $moisson_vary "";
  set $moisson_link "";
  set $moisson_thing "";
${Object.entries(safeHeaders)
  .map(([name, value]) => `  add_header ${name} "${value}" always;`)
  .join('\n')}
  add_header Cache-Control no-cache;
  add_header Allow $moisson_allow always;
  add_header Vary $moisson_vary always;
  add_header Link $moisson_link;
  add_header Content-Security-Policy $moisson_policy always;
  add_header Access-Control-Allow-Origin $moisson_origin always;
  add_header Access-Control-Expose-Headers $moisson_exposed always;
  add_header Access-Control-Allow-Methods $moisson_methods always;
  add_header Access-Control-Allow-Headers $moisson_asked always;
  add_header Access-Control-Max-Age $moisson_age always;

  if ($request_method = OPTIONS) {
    return 204;
  }
  if ($request_method !~ ^(?:GET|HEAD)$) {
    return 405;
  }
  if ($moisson_moved) {
    return 301 $moisson_moved;
  }
  if ($moisson_gone) {
    return 410;
  }
  error_page 404 @missing;
  error_page 410 @gone;
  location @missing {
    default_type text/html;
    charset utf-8;
    root $moisson;
    try_files /404$moisson_language.html /404.html =404;
  }
  location @gone {
    default_type text/html;
    charset utf-8;
    root $moisson;
    try_files /$moisson_gone$moisson_language.html /$moisson_gone.html =410;
  }

${harvested(plan)}${beginning(mount)}  location = ${mount} {
    rewrite ^ ${mount}index.html last;
  }
  location ~ ^${mount}(?:.*/$|(?:.*/)?\\.) {
    return 404;
  }
  # A thing leads to the document that suits (303)
  location ~ ^${mount}(?<moisson_id>[^.]*[^./])$ {
    if (!-f $moisson/$moisson_id.html) {
      return 404;
    }
    set $moisson_vary "Accept, Accept-Language";
    set $moisson_thing *;
    if (!-f $moisson/$moisson_id$moisson_ending) {
      return 406;
    }
    return 303 ${mount}$moisson_id$moisson_ending$is_args$args;
  }
${documents(plan)}
  location ~ ^${mount}(?<moisson_file>.+)$ {
    alias $moisson/$moisson_file;
  }
  location / {
    return 404;
  }
}
`;
}

function maps(plan: Plan): string {
  const { mount, gone, moved, other } = plan;
  const open = mediaTypes.filter(({ isOpen }) => isOpen);
  const forms = formTypes.filter(({ ending }) => ending !== '.html');
  return [
    map(
      '$uri',
      '$moisson_gone',
      gone.map((id) => [`"~^${literal(mount + id)}(?:\\.|$)"`, `"${id}"`]),
    ),
    map(
      '$uri',
      '$moisson_moved',
      moved.map(([from, to], index) => [
        `"~^${literal(mount + from)}(?<moisson_end${index}>\\..*)?$"`,
        `"${mount}${to}$moisson_end${index}"`,
      ]),
    ),
    map('$http_accept_language', '$moisson_language', [
      [`"~*${ownWanted(plan)}"`, '""'],
      [`"~*${otherWanted(plan)}"`, `.${other}`],
    ]),
    map('$http_accept', '$moisson_ending', [
      [`"~*${pageWanted}"`, '$moisson_language.html'],
      ...forms.map(({ ending, type }) => [`"~*${literal(type)}"`, ending] as const),
      [`"~*${pageTaken}"`, '$moisson_language.html'],
      ['default', '.none'],
    ]),
    map('$uri', '$moisson_open', [
      ...open.map(({ ending }) => [`"~${ended(ending)}"`, '*'] as const),
      [`"~^${embedded(mount)}"`, '*'],
    ]),
    map('$uri', '$moisson_policy', [
      [`"~^${embedded(mount)}"`, '""'],
      ['"~\\.html$"', `"${framePolicy}"`],
    ]),
    // With the method, for what is open, and for a thing, which is known later on.
    map('$request_method$moisson_open$moisson_thing', '$moisson_origin', [
      ['~^OPTIONS', '*'],
      ['~\\*$', '*'],
    ]),
    map('$moisson_open$moisson_thing', '$moisson_exposed', [['~\\*$', quoted(openHeaders[exposed])]]),
    map('$status:$request_method', '$moisson_allow', [
      ['~^405', quoted(allowed)],
      ['~:OPTIONS$', quoted(allowed)],
    ]),
    ...oaiMaps(plan),
    ...preflight.map(([to, name]) =>
      map('$request_method', to, [['OPTIONS', quoted(preflightHeaders[name])]]),
    ),
  ].join('\n');
}

/** For the arguments of a harvester, the reply and that for when there is none. */
function oaiMaps({ oai }: Plan): readonly string[] {
  if (oai.length === 0) return [];
  const key = `"${keyArguments.map((name) => `$arg_${name}`).join('|')}"`;
  const row = (path: (rule: OaiRule) => string, name: string) => (rule: OaiRule, index: number) => {
    const group = (number: string) => `oai_${name}${index}_${number}`;
    let number = 0;
    const pattern = rule.pattern.replace(/(?<!\\)\((?!\?)/g, () => `(?<${group(String(++number))}>`);
    const value = path(rule).replace(/\$(\d)/g, (_, digit: string) => `\${${group(digit)}}`);
    return [`"~${pattern}"`, quoted(value)] as const;
  };
  return [
    map(key, '$moisson_reply', oai.map(row(({ reply }) => reply, 'a'))),
    map(key, '$moisson_other', oai.map(row(({ reply, otherwise }) => otherwise ?? reply, 'b'))),
  ];
}

/** Requests of harvesters, to the replies that lie in the site. */
function harvested({ mount, oai }: Plan): string {
  if (oai.length === 0) return '';
  return `  # OAI-PMH from files
  location = ${mount}oai {
    default_type text/xml;
    charset utf-8;
    root $moisson/${replyFolder};
    try_files /$moisson_reply.xml /$moisson_other.xml =404;
  }
`;
}

const exposed = 'Access-Control-Expose-Headers';
const preflight = [
  ['$moisson_methods', 'Access-Control-Allow-Methods'],
  ['$moisson_asked', 'Access-Control-Allow-Headers'],
  ['$moisson_age', 'Access-Control-Max-Age'],
] as const;

function quoted(text: string): string {
  return `"${text}"`;
}

function map(from: string, to: string, rows: readonly (readonly [string, string])[]): string {
  return `map ${from} ${to} {\n${rows.map((row) => `  ${row.join(' ')};\n`).join('')}}`;
}

function beginning(mount: string): string {
  if (mount === '/') return '';
  return `  location = / {\n    return 302 ${mount};\n  }\n  location = ${mount.slice(0, -1)} {\n    return 302 ${mount};\n  }\n`;
}

/** The first pattern that fits wins. */
function documents(plan: Plan): string {
  return mediaTypes
    .map(({ ending, isForm, ...type }) => {
      const name = literal(ending);
      const file = isForm
        ? `(?<moisson_id>[^.]*)${pageEnding(ending)}${name}`
        : `.*${ending.startsWith('.') ? '' : '\\b'}${name}`;
      return `  location ~ "^${plan.mount}(?<moisson_file>${file})$" {
    default_type ${type.type};
${type.hasCharset ? '    charset utf-8;\n' : ''}${isForm ? linked(plan, ending) : ''}    alias $moisson/$moisson_file;
  }`;
    })
    .join('\n');
}

function pageEnding(ending: string): string {
  return ending === '.html' ? '(?:\\.(?:fr|en))?' : '';
}

/** Typed links; the others are in the link set. */
function linked({ base }: Plan, ending: string): string {
  const id = `${base}$moisson_id`;
  const set = `<${id}.linkset.json>; rel="linkset"; type="application/linkset+json"`;
  const links =
    ending === '.html'
      ? `<${id}>; rel="cite-as", <${id}.ttl>; rel="describedby"; type="text/turtle", <${id}.jsonld>; rel="describedby"; type="application/ld+json", ${set}`
      : `<${id}.html>; rel="describes"; type="text/html", ${set}`;
  return `    if (-f $moisson/$moisson_id.linkset.json) {\n      set $moisson_link '${links}';\n    }\n`;
}
