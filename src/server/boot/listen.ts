import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';

/**
 * Listens at the port: on all addresses if public, else on both loopback addresses (IPv4 and IPv6), since `localhost`
 * may resolve to either. Connections of both are handled by the one HTTP server and its limits.
 *
 * @returns the address, and the servers to close to stop listening.
 * @throws EADDRINUSE when another program has the port.
 */
export async function listen(
  http: HttpServer,
  { port, isPublic }: { port: number; isPublic: boolean },
): Promise<{ url: string; listeners: net.Server[] }> {
  await begin(http, port, isPublic ? '0.0.0.0' : '127.0.0.1');
  const { port: actualPort } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${actualPort}`;
  if (isPublic) return { url, listeners: [http] };
  const other = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    http.emit('connection', socket),
  );
  other.maxConnections = http.maxConnections;
  try {
    await begin(other, actualPort, '::1');
    return { url, listeners: [http, other] };
  } catch (error) {
    if (port === 0 || isWithoutIpv6(error)) return { url, listeners: [http] };
    net.Server.prototype.close.call(http);
    throw error;
  }
}

async function begin(server: net.Server, port: number, host: string): Promise<void> {
  server.listen({ port, host });
  await once(server, 'listening');
}

function isWithoutIpv6(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as { code?: string }).code ?? '');
}
