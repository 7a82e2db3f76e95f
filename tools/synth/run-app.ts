import { spawn } from 'node:child_process';

/**
 * Runs a bundled app of an environment, which synthesizes into `outdir`. Its findings go to our stderr.
 * @returns its exit code
 */
export async function runApp(bundle: string, outdir: string): Promise<number> {
  // cdktf still calls util.isArray; the warning is not about this project.
  const child = spawn(process.execPath, ['--disable-warning=DEP0044', bundle], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CDKTF_OUTDIR: outdir, NODE_COMPILE_CACHE: '.slipway/compile-cache' },
  });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
