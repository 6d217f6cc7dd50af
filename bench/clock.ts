import { readFileSync } from 'node:fs';

/** Adds up what passes between starts and stops. */
export interface Clock {
  /** Runs something on the clock; what runs outside of it costs nothing. */
  time<T>(work: () => T | Promise<T>): Promise<T>;
  timeSync<T>(work: () => T): T;
  read(): Spent;
}

export interface Spent {
  /** Seconds of processor time, user and system, of all threads and of child processes that have ended. */
  readonly cpu: number;
  /** Seconds. */
  readonly wall: number;
}

/** A clock that stands at zero. */
export function newClock(): Clock {
  let cpu = 0;
  let wall = 0;
  const since = (start: Spent) => {
    const end = now();
    cpu += end.cpu - start.cpu;
    wall += end.wall - start.wall;
  };
  return {
    time: async (work) => {
      const start = now();
      const result = await work();
      since(start);
      return result;
    },
    timeSync: (work) => {
      const start = now();
      const result = work();
      since(start);
      return result;
    },
    read: () => ({ cpu, wall }),
  };
}

function now(): Spent {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6 + childSeconds(), wall: performance.now() / 1000 };
}

/** What Node does not tell: the time of children, on Linux in hundredths of a second (proc(5), `cutime`, `cstime`). */
function childSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
