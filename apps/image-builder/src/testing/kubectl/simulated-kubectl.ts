import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../temporary-folder.ts';
import { kubectlAnswer } from './kubectl-answer.ts';
import type { KubectlCall } from './kubectl-answer.ts';
import type { ClusterState } from './simulated-cluster.ts';

export interface SimulatedKubectl {
  /** An executable that is called like kubectl. */
  readonly program: string;
  stop(): Promise<void>;
}

/** The program only asks: the cluster is in the test's own process, as a start of a program that loads much takes long. */
const PROGRAM = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const socket = require('node:net').connect({ path: require('node:path').join(__dirname, 'socket'), allowHalfOpen: true });
let answer = '';
socket.on('data', (piece) => { answer += piece; });
socket.on('end', () => {
  const { stdout, stderr, exitCode } = JSON.parse(answer);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
});
socket.end(JSON.stringify({ args: process.argv.slice(2), input: readFileSync(0, 'utf8') }));
`;

/**
 * Simulates kubectl and one namespace, empty at first: Deployments have revisions, rollouts end, an image that is broken never
 * becomes ready.
 */
export async function simulatedKubectl(): Promise<SimulatedKubectl> {
  const state: ClusterState = { objects: {}, revisions: {} };
  const folder = await temporaryFolder({ kubectl: PROGRAM });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    reply(socket, state);
  });
  server.listen(join(folder, 'socket'));
  await once(server, 'listening');
  return { program: join(folder, 'kubectl'), stop: () => stop(server, folder) };
}

/** By events: what reads a socket to its end as a stream closes it, and there would be no answer. */
function reply(socket: Socket, state: ClusterState): void {
  let question = '';
  socket.on('data', (piece) => {
    question += piece.toString();
  });
  socket.on('end', () => {
    socket.end(JSON.stringify(kubectlAnswer(state, JSON.parse(question) as KubectlCall)));
  });
}

async function stop(server: Server, folder: string): Promise<void> {
  server.close();
  await removeFolder(folder);
}
