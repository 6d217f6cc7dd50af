import {
  allowed,
  contentTypeOf,
  formTypes,
  framePolicy,
  mediaTypes,
  openHeaders,
  preflightHeaders,
  safeHeaders,
} from '../../base/media-types.ts';
import { literal } from './literal.ts';
import { keyArguments, type OaiRule, replyFolder } from './oai-rules.ts';
import { embedded, folder, otherWanted, ownWanted, type Plan, pageTaken, pageWanted } from './plan.ts';

/** The folder of the site, in Apache's own words. */
const site = '$\u007bMOISSON}';

/** A part of a virtual host of Apache HTTP Server 2.4. */
export function apacheConf(plan: Plan): string {
  const { mount, host } = plan;
  return `# Apache 2.4. a2enmod headers rewrite deflate; then, in the <VirtualHost> of ${host}: Include apache.conf
Define MOISSON ${folder}
Alias "${mount}" "${site}/"
<Directory "${site}">
  Require all granted
  AllowOverride None
  Options None
  Options +SymLinksIfOwnerMatch
  DirectoryIndex index.html
  DirectorySlash Off
  RemoveLanguage .fr .en
  RemoveEncoding .gz
  ForceType application/octet-stream
${types()}
  AddOutputFilterByType DEFLATE ${[...new Set(mediaTypes.flatMap(({ isText, type }) => (isText ? [type] : [])))].join(' ')}
</Directory>

${headers(plan)}

RewriteEngine On
${beginning(mount)}RewriteCond "%{REQUEST_METHOD}" "!^(?:GET|HEAD|OPTIONS)$"
RewriteRule "^${mount}" "-" [R=405,L]
RewriteCond "%{REQUEST_METHOD}" "=OPTIONS"
RewriteRule "^${mount}" "-" [R=204,L]
RewriteRule "^${mount}(?:.*/)?\\." "-" [R=404,L]
${harvested(plan)}${tombstones(plan)}
${negotiation(plan)}
${links(plan)}
`;
}

/** Later sections win: the long endings after those that they end in. */
function types(): string {
  return [...mediaTypes]
    .reverse()
    .map(({ ending, ...type }) => {
      const pattern = ending.startsWith('.') ? literal(ending) : `^${literal(ending)}`;
      return `  <FilesMatch "${pattern}$">\n    ForceType "${contentTypeOf(type)}"\n  </FilesMatch>`;
    })
    .join('\n');
}

function headers({ mount }: Plan): string {
  const open = mediaTypes.filter(({ isOpen }) => isOpen).map(({ ending }) => literal(ending));
  return `<Location "${mount}">
${fields(safeHeaders)}
  Header set Cache-Control "no-cache"
  Header always set Allow "${allowed}" "expr=%{REQUEST_STATUS} == 405"
  Header always set Vary "Accept, Accept-Language" env=MOISSON_THING
${fields(openHeaders, 'env=MOISSON_THING')}
${fields(preflightHeaders, isAsked)}
  Header always set Access-Control-Allow-Origin "*" ${isAsked}
</Location>
<LocationMatch "\\.html$">
  Header always set Content-Security-Policy "${framePolicy}"
</LocationMatch>
<LocationMatch "^${embedded(mount)}">
  Header always unset Content-Security-Policy
</LocationMatch>
<LocationMatch "^${literal(mount)}.*(?:${open.join('|')})$|^${embedded(mount)}">
${fields(openHeaders, isRead)}
</LocationMatch>`;
}

const isAsked = `"expr=%{REQUEST_METHOD} == 'OPTIONS'"`;
const isRead = `"expr=%{REQUEST_METHOD} != 'OPTIONS'"`;

function fields(headers: Readonly<Record<string, string>>, when = ''): string {
  return Object.entries(headers)
    .map(([name, value]) => `  Header always set ${name} "${value}" ${when}`.trimEnd())
    .join('\n');
}

function beginning(mount: string): string {
  if (mount === '/') return '';
  return `RewriteRule "^/$" "${mount}" [R=302,L]\nRewriteRule "^${mount.slice(0, -1)}$" "${mount}" [R=302,L]\n`;
}

/** Requests of harvesters, to the replies that lie in the site. */
function harvested({ mount, oai }: Plan): string {
  if (oai.length === 0) return '';
  return `# OAI-PMH from files
<LocationMatch "^${literal(mount)}${replyFolder}/">
  ForceType "text/xml; charset=utf-8"
</LocationMatch>
${apacheOai(oai, { address: `${literal(mount)}oai`, files: `${site}/${replyFolder}`, target: mount + replyFolder, flags: 'PT,L' })}
`;
}

/** The same for a host that reads a file `.htaccess` at the root of the site and nothing else. */
export function htaccess({ oai }: Plan): string {
  return `# OAI-PMH from files: these lines into .htaccess, where the site begins
RewriteEngine On
${apacheOai(oai, { address: 'oai', files: `%{REQUEST_FILENAME}-pmh`, target: replyFolder, flags: 'L' })}
<If "%{REQUEST_URI} =~ m#/${replyFolder}/#">
  ForceType "text/xml; charset=utf-8"
</If>
`;
}

interface OaiPlace {
  /** The address that is asked, as a regular expression. */
  readonly address: string;
  /** The folder of the replies on the disk. */
  readonly files: string;
  /** Their address. */
  readonly target: string;
  readonly flags: string;
}

function apacheOai(rules: readonly OaiRule[], { address, files, target, flags }: OaiPlace): string {
  const isAsked = `RewriteRule "^${address}$"`;
  const key = keyArguments.map((name) => `%{ENV:OAI_${name}}`).join('|');
  return [
    ...keyArguments.flatMap((name) => [
      `RewriteCond "%{QUERY_STRING}" "(?:^|&)${name}=([^&]*)"`,
      `${isAsked} "-" [E=OAI_${name}:%1]`,
    ]),
    ...rules.flatMap(({ pattern, reply, otherwise }) => {
      const [file, other] = [reply, otherwise].map((path) => path?.replaceAll('$', '%'));
      const fits = `RewriteCond "${key}" "${pattern}"`;
      const rule = `${isAsked} "${target}/${file}.xml" [${flags}]`;
      if (other === undefined) return [fits, rule];
      return [
        fits,
        `RewriteCond "${files}/${file}.xml" -f`,
        rule,
        fits,
        `${isAsked} "${target}/${other}.xml" [${flags}]`,
      ];
    }),
  ].join('\n');
}

function tombstones(plan: Plan): string {
  const { mount, gone, moved, other } = plan;
  const isFirst = 'RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"';
  return [
    '# What went into something else, and what was withdrawn',
    ...moved.map(
      ([from, to]) => `RewriteRule "^${literal(mount + from)}(\\..*)?$" "${mount}${to}$1" [R=301,L]`,
    ),
    `RewriteCond "%{HTTP:Accept-Language}" "!${ownWanted(plan)}" [NC]`,
    `RewriteCond "%{HTTP:Accept-Language}" "${otherWanted(plan)}" [NC]`,
    `RewriteRule "^" "-" [E=MOISSON_LANGUAGE:.${other}]`,
    ...gone.flatMap((id) => [
      isFirst,
      `RewriteRule "^${literal(mount + id)}(?:\\..*)?$" "-" [E=MOISSON_GONE:${id},R=410,L]`,
    ]),
    `ErrorDocument 404 "${mount}404%{reqenv:MOISSON_LANGUAGE}.html"`,
    `ErrorDocument 410 "${mount}%{reqenv:MOISSON_GONE}%{reqenv:MOISSON_LANGUAGE}.html"`,
  ].join('\n');
}

function negotiation({ mount, other }: Plan): string {
  const file = `${site}/%{ENV:MOISSON_THING}`;
  const isThing = 'RewriteCond "%{ENV:MOISSON_THING}" "."';
  const forms = formTypes.filter(({ ending }) => ending !== '.html');
  const lead = (ending: string) => `RewriteRule "^" "${mount}%{ENV:MOISSON_THING}${ending}" [R=303,L]`;
  return [
    '# A thing leads to the document that suits (303)',
    `RewriteCond "${site}/$1.html" -f`,
    `RewriteRule "^${mount}([^.]*[^./])$" "-" [E=MOISSON_THING:$1]`,
    ...forms.flatMap(({ ending, type }) => [
      isThing,
      `RewriteCond "%{HTTP:Accept}" "${literal(type)}" [NC]`,
      `RewriteCond "%{HTTP:Accept}" "!${pageWanted}" [NC]`,
      `RewriteCond "${file}${ending}" -f`,
      lead(ending),
    ]),
    isThing,
    `RewriteCond "%{HTTP:Accept}" "!${pageTaken}" [NC]`,
    'RewriteRule "^" "-" [R=406,L]',
    isThing,
    'RewriteCond "%{ENV:MOISSON_LANGUAGE}" "."',
    `RewriteCond "${file}.${other}.html" -f`,
    lead(`.${other}.html`),
    isThing,
    lead('.html'),
  ].join('\n');
}

function links({ mount, base }: Plan): string {
  const data = formTypes.filter(({ ending }) => ending !== '.html').map(({ ending }) => literal(ending));
  const isLinked = `RewriteCond "${site}/$1.linkset.json" -f`;
  const id = `${base}%{MOISSON_ID}e`;
  return [
    '# Typed links; the others are in the link set',
    isLinked,
    `RewriteRule "^${mount}([^.]*)(?:\\.(?:fr|en))?\\.html$" "-" [E=MOISSON_ID:$1,E=MOISSON_PAGE:1]`,
    isLinked,
    `RewriteRule "^${mount}([^.]*)(?:${data.join('|')})$" "-" [E=MOISSON_ID:$1,E=MOISSON_DATA:1]`,
    `Header set Link "<${id}>; rel=\\"cite-as\\", <${id}.ttl>; rel=\\"describedby\\"; type=\\"text/turtle\\", <${id}.jsonld>; rel=\\"describedby\\"; type=\\"application/ld+json\\", <${id}.linkset.json>; rel=\\"linkset\\"; type=\\"application/linkset+json\\"" env=MOISSON_PAGE`,
    `Header set Link "<${id}.html>; rel=\\"describes\\"; type=\\"text/html\\", <${id}.linkset.json>; rel=\\"linkset\\"; type=\\"application/linkset+json\\"" env=MOISSON_DATA`,
  ].join('\n');
}
