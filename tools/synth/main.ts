/**
 * Synthesizes apps into `cdktf.out` (or `CDKTF_OUTDIR`, which the cdktf CLI sets): `node tools/synth/main.ts [dev] [prod] [bootstrap]`,
 * all of them without an argument. This is the `app` of cdktf.json, and what `nx synth dev` runs.
 */
import { environments } from '@slipway/environments';
import { synthesizeApps } from './synthesize-apps.ts';

const known = [...Object.keys(environments), 'bootstrap'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`unknown app "${unknown.join('", "')}": name some of ${known.join(', ')}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await synthesizeApps(asked.length > 0 ? asked : known, process.env['CDKTF_OUTDIR'] ?? 'cdktf.out');
}
