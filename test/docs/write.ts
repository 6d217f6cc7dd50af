import { writeFileSync } from 'node:fs';
import { sharedScripts } from '../publish/site/shared-scripts.ts';
import { pages } from './pages.ts';

for (const { path, content } of [...pages(), ...sharedScripts()]) {
  writeFileSync(new URL(`../../${path}`, import.meta.url), content);
  console.log(path);
}
