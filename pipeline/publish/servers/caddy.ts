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
import { keyArguments, replyFolder } from './oai-rules.ts';
import { embedded, ended, folder, otherWanted, ownWanted, type Plan, pageTaken, pageWanted } from './plan.ts';

/** A site of Caddy 2. */
export function caddyfile(plan: Plan): string {
  const { host, mount, gone, moved, other, base } = plan;
  const inner = (path: string) => `/${path}`;
  const forms = formTypes.filter(({ ending }) => ending !== '.html');
  const data = forms.map(({ ending }) => literal(ending)).join('|');
  const open = mediaTypes.filter(({ isOpen }) => isOpen).map(({ ending }) => ended(ending));
  const prefix = mount.slice(0, -1);
  const id = `${base}{re.ID.1}`;
  const set = `<${id}.linkset.json>; rel=\\"linkset\\"; type=\\"application/linkset+json\\"`;
  return `# Caddy 2
${host} {
	root * ${folder}
	encode gzip
${Object.entries(safeHeaders)
  .map(([name, value]) => `	header ${name} "${value}"`)
  .join('\n')}

	map {header.Accept-Language} {language} {
		"~(?i)${ownWanted(plan)}" ""
		"~(?i)${otherWanted(plan)}" ".${other}"
		default ""
	}
	map {header.Accept} {ending} {
		"~(?i)${pageWanted}" "page"
${forms.map(({ ending, type }) => `		"~(?i)${literal(type)}" "${ending}"`).join('\n')}
		"~(?i)${pageTaken}" "page"
		default ".none"
	}
	map {path} {type} {
${mediaTypes.map(({ ending, ...type }) => `		"~${ended(ending)}" "${contentTypeOf(type)}"`).join('\n')}
		"~/$" "text/html; charset=utf-8"
		default "application/octet-stream"
	}

${oaiMap(plan)}${prefix === '' ? '' : `	redir / ${mount} 302\n	redir ${prefix} ${mount} 302\n`}	handle_path ${mount}* {
		route {
			@asked method OPTIONS
			header @asked {
${lines(preflightHeaders)}
				Access-Control-Allow-Origin *
			}
			respond @asked 204
			@other not method GET HEAD
			header @other Allow "${allowed}"
			error @other 405
			@hidden path_regexp /\\.
			error @hidden 404
${moved
  .map(
    ([from, to], index) =>
      `			@moved${index} path_regexp MOVED${index} ^${literal(inner(from))}(\\..*)?$\n			redir @moved${index} ${mount}${to}{re.MOVED${index}.1} 301\n`,
  )
  .join('')}${gone
  .map(
    (gonner, index) =>
      `			@gone${index} path_regexp ^${literal(inner(gonner))}(?:\\..*)?$\n			vars @gone${index} gone ${gonner}\n			error @gone${index} 410\n`,
  )
  .join('')}
${harvested(plan)}			# A thing leads to the document that suits (303)
			@thing {
				path_regexp ^/[^.]*[^./]$
				file {path}.html
			}
			handle @thing {
				header Vary "Accept, Accept-Language"
				header {
${lines(openHeaders)}
				}
				@otherpage {
					vars {ending} page
					file {path}{language}.html
				}
				redir @otherpage ${mount.slice(0, -1)}{path}{language}.html 303
				@page vars {ending} page
				redir @page ${prefix}{path}.html 303
				@form file {path}{ending}
				redir @form ${prefix}{path}{ending} 303
				error 406
			}

			header Content-Type {type}
			header Cache-Control no-cache
			@own {
				path_regexp \\.html$
				not path_regexp ^${embedded('/')}
			}
			header @own Content-Security-Policy "${framePolicy}"
			@open path_regexp (?:${open.join('|')}|^${embedded('/')})
			header @open {
${lines(openHeaders)}
			}
			# Typed links; the others are in the link set
			@pages path_regexp ID ^/([^.]*)(?:\\.(?:fr|en))?\\.html$
			handle @pages {
				@linked file /{re.ID.1}.linkset.json
				header @linked Link "<${id}>; rel=\\"cite-as\\", <${id}.ttl>; rel=\\"describedby\\"; type=\\"text/turtle\\", <${id}.jsonld>; rel=\\"describedby\\"; type=\\"application/ld+json\\", ${set}"
			}
			@forms path_regexp ID ^/([^.]*)(?:${data})$
			handle @forms {
				@linked file /{re.ID.1}.linkset.json
				header @linked Link "<${id}.html>; rel=\\"describes\\"; type=\\"text/html\\", ${set}"
			}
			file_server
		}
	}
	handle {
		error 404
	}

	handle_errors {
		header Content-Type "text/html; charset=utf-8"
		@missing expression {err.status_code} == 404
		handle @missing {
			rewrite * /404{language}.html
			file_server {
				status 404
			}
		}
		@gone expression {err.status_code} == 410
		handle @gone {
			@page file /{vars.gone}{language}.html
			rewrite @page /{vars.gone}{language}.html
			file_server {
				status 410
			}
		}
		respond {err.status_code}
	}
}
`;
}

/** For the arguments of a harvester, the reply and that for when there is none. */
function oaiMap({ oai }: Plan): string {
  if (oai.length === 0) return '';
  const key = keyArguments.map((name) => `{query.${name}}`).join('|');
  const rows = oai.map(({ pattern, reply, otherwise = reply }) => {
    const [file, other] = [reply, otherwise].map((path) => path.replace(/\$(\d)/g, '$${$1}'));
    return `		"~${pattern}" "${file}" "${other}"\n`;
  });
  return `	map "${key}" {reply} {otherwise} {\n${rows.join('')}	}\n`;
}

/** Requests of harvesters, to the replies that lie in the site. */
function harvested({ oai }: Plan): string {
  if (oai.length === 0) return '';
  return `			# OAI-PMH from files
			@oai path /oai
			handle @oai {
				try_files /${replyFolder}/{reply}.xml /${replyFolder}/{otherwise}.xml
				header Content-Type "text/xml; charset=utf-8"
				file_server
			}
`;
}

/** The inside of a `header` block; `handle` blocks side by side would exclude each other. */
function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `				${name} "${value}"`)
    .join('\n');
}
