import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/**
 * HTTPS in front of a server, with the headers of README's nginx configuration. It stands in for nginx, which the
 * machine that runs the tests need not have: nginx itself is not tried.
 */
export async function openTlsProxy(keyFile: string, certificateFile: string, port: number) {
  const proxy = https.createServer({
    key: readFileSync(keyFile),
    cert: readFileSync(certificateFile),
  });
  const forwarded = (request: http.IncomingMessage) =>
    http.request({
      port,
      host: '127.0.0.1',
      method: request.method,
      path: request.url,
      headers: { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress },
    });
  proxy.on('request', (request, response) => {
    const upstream = forwarded(request);
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.writeHead(502).end());
    request.pipe(upstream);
  });
  proxy.on('upgrade', (request, socket, head) => {
    const upstream = forwarded(request);
    upstream.on('upgrade', (answer, other) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`);
      if (head.length > 0) other.write(head);
      other.pipe(socket).pipe(other);
    });
    upstream.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { port: (proxy.address() as AddressInfo).port, close: () => proxy.close() };
}
