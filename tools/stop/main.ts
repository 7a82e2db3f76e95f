/** `npm stop`: removes the API's container and ends what the local cloud started. Data stays, for a quick next start. */
import { execa } from 'execa';
import { API_CONTAINER } from '../start/start-api.ts';

const { stdout, exitCode } = await execa('local-cloud', ['env', '--json'], { preferLocal: true, reject: false });
if (exitCode === 0) {
  const environment = JSON.parse(stdout) as Record<string, string>;
  await execa('docker', ['rm', '--force', API_CONTAINER], { env: environment, reject: false });
}
const down = await execa('local-cloud', ['down'], { preferLocal: true, stdio: 'inherit', reject: false });
process.exitCode = down.exitCode ?? 1;
