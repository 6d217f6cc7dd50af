import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { exitCode, UserError } from '../base/user-error.ts';

/** What answers requests; it may be another one each time. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** A server that listens. */
export interface Listening {
  /** Its root, with the port that it really has. */
  readonly address: string;
  /** Ends it: requests under way may finish for a moment, then connections are cut. */
  close(): Promise<void>;
}

/** Longer headers are refused (431), and connections that take their time over a request are closed (408). */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
};
const grace = 2_000;

/** Listens at an address. One that cannot be had is a `UserError`. */
export async function listen(
  handler: Handler,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer(limits, getRequestListener(handler));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refused(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${given}/`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function refused(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? String(error.code) : '';
  const words = reasons[code];
  if (!words) return error;
  return new UserError(
    { fr: `${host}:${port} : ${words.fr} (${code})`, en: `${host}:${port}: ${words.en} (${code})` },
    exitCode.input,
  );
}

const reasons: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  EADDRINUSE: {
    fr: 'ce port est déjà pris ; en choisir un autre avec --port',
    en: 'this port is in use; choose another with --port',
  },
  EACCES: {
    fr: 'ce port est réservé ; en choisir un au-dessus de 1023 avec --port',
    en: 'this port is reserved; choose one above 1023 with --port',
  },
  EADDRNOTAVAIL: {
    fr: 'cette machine n’a pas cette adresse (--host)',
    en: 'this machine does not have this address (--host)',
  },
  ENOTFOUND: { fr: 'adresse inconnue (--host)', en: 'unknown address (--host)' },
  EAI_AGAIN: { fr: 'adresse inconnue (--host)', en: 'unknown address (--host)' },
};
