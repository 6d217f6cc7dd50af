import { fork } from 'node:child_process';

/** What a script answers as a message, in a process of its own; one that ends otherwise is an error. */
export function answerOf<T>(script: URL, argv: readonly string[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(script, argv, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (answer) => resolve(answer as T));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`${argv.join(' ')}: it ended with ${code}`));
    });
  });
}
