import { request } from 'node:http';

export type Address = { readonly host: '127.0.0.1'; readonly port: number } | { readonly socketPath: string };

/** Whether an HTTP server answers 200 at a path within two seconds. */
export function answersAt(address: Address, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const question = request({ ...address, path, timeout: 2000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    question.on('timeout', () => question.destroy());
    question.on('error', () => {
      resolve(false);
    });
    question.end();
  });
}
