// What a build puts beside the scripts: the engine of the package "oxigraph".
export { Store } from 'oxigraph/web.js';
export default function init(given: { module_or_path: Response }): Promise<unknown>;
