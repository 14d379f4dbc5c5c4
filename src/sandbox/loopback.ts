import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes a WebSocket's handshake. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a request's Host is this machine's loopback. A page of the web that points its own name
 * at 127.0.0.1 (DNS rebinding) still sends its own name.
 */
export const isLoopback = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/** Browsers tell where a page comes from; other clients send no Origin. */
const isForeign = (origin: string | undefined): boolean =>
  origin !== undefined && !isLoopback(URL.parse(origin)?.host);

/** Hands WebSocket handshakes out by path, and refuses those of foreign pages. */
export function routeUpgrades(server: Server, routes: Readonly<Record<string, Upgrade>>): void {
  server.on('upgrade', (request, socket, head) => {
    const { host, origin } = request.headers;
    const path = URL.parse(request.url ?? '', 'ws://host')?.pathname.replace(/(.)\/$/, '$1') ?? '';
    const upgrade = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (upgrade && isLoopback(host) && !isForeign(origin)) {
      upgrade(request, socket, head);
      return;
    }
    const status = upgrade ? '403 Forbidden' : '404 Not Found';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
}
