// What a build puts beside the scripts: the engine of the package "oxigraph", which begins by its default export.
export { Store } from 'oxigraph/web.js';

declare function init(given: { module_or_path: Response }): Promise<unknown>;

export { init as default };
