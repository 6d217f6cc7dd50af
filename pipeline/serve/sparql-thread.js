// A thread of a clone: its sources run through tsx, like the program's. The package has the compiled one in this place.
import { register } from 'tsx/esm/api';

register();
await import('./sparql-thread.ts');
