import { randomUUID } from 'node:crypto';
import { Duplex } from 'node:stream';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type Docker from 'dockerode';
import { addSessionServices, sessionMethods } from './session-services.ts';
import type { SessionOffers } from './session-services.ts';

/** An open BuildKit session. */
export interface BuildSession {
  /** What the build request names it by. */
  readonly id: string;
  /** Ends it: the engine gets no more answers. */
  close(): void;
}

/**
 * Opens a session over the engine's socket, on which the engine is the client and we are the server.
 * dockerode's own session serves registry logins only, so it can't be used for secrets.
 */
export async function openSession(docker: Docker, offers: SessionOffers): Promise<BuildSession> {
  const id = randomUUID();
  const server = new Server();
  addSessionServices(server, offers);
  const socket = await upgrade(docker, id);
  socket.on('error', () => {
    server.forceShutdown();
  });
  server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  return {
    id,
    close: () => {
      server.forceShutdown();
      socket.destroy();
    },
  };
}

async function upgrade(docker: Docker, id: string): Promise<Duplex> {
  const request = {
    method: 'POST',
    path: '/session',
    hijack: true,
    headers: {
      Upgrade: 'h2c',
      'X-Docker-Expose-Session-Uuid': id,
      'X-Docker-Expose-Session-Name': 'slipway',
      'X-Docker-Expose-Session-Grpc-Method': [...sessionMethods],
    },
    statusCodes: { 101: true, 200: true },
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(request, (error, result) => {
      if (error !== null) reject(error);
      else if (result instanceof Duplex) resolve(result);
      else reject(new Error(`the engine answered '/session' without an upgrade`));
    });
  });
}
