import { build as bundle, type Plugin } from 'esbuild';

/** What the door names today, and what it would name. `constructs` comes along: CDK Terrain wants a newer one. */
const MOVED = /^(?:@cdktf\/provider-aws|cdktf|constructs)(?:$|\/)/;

/**
 * Bundles an app as if the one door to cdktf named CDK Terrain.
 * @param peer folder in whose `node_modules` CDK Terrain is installed
 */
export async function bundleWithCdktn(entry: string, outfile: string, peer: string): Promise<void> {
  await bundle({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'error',
    plugins: [cdktnInstead(peer)],
  });
}

function cdktnInstead(peer: string): Plugin {
  return {
    name: 'cdktn-instead',
    setup(build) {
      build.onResolve({ filter: MOVED }, ({ path, kind, resolveDir }) => {
        if (resolveDir.startsWith(peer)) return undefined;
        return build.resolve(path.replace('@cdktf/', '@cdktn/').replace(/^cdktf/, 'cdktn'), { kind, resolveDir: peer });
      });
    },
  };
}
