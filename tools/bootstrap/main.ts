/**
 * The first step in a new account: `node tools/bootstrap/main.ts dev [flags of cdktf deploy]`, or `npx nx run dev:bootstrap`.
 * Makes the state bucket where there is none, then deploys the stack `bootstrap-dev`, which adopts it.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { bootstrapStackName } from '@slipway/ecr-module';
import { environments, type EnvironmentSpec } from '@slipway/environments';
import { execa } from 'execa';
import { BootstrapFailure } from './bootstrap-failure.ts';
import { ensureStateBucket } from './ensure-state-bucket.ts';
import { requireAccount } from './require-account.ts';
import { S3StateBucketStore } from './s3-state-bucket-store.ts';

const [name = '', ...flags] = process.argv.slice(2);
const spec: EnvironmentSpec | undefined = new Map(Object.entries<EnvironmentSpec>(environments)).get(name);
try {
  if (spec === undefined) {
    throw new BootstrapFailure(`unknown environment "${name}": name one of ${Object.keys(environments).join(', ')}`);
  }
  await bootstrap(spec);
} catch (error) {
  process.stderr.write(`bootstrap: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function bootstrap({ name: environment, account, state }: EnvironmentSpec): Promise<void> {
  const { region, bucket } = state;
  await requireAccount(new STSClient({ region }), account);
  const client = new S3Client({ region, forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined });
  const isNew = await ensureStateBucket(new S3StateBucketStore({ client, account, region }), bucket);
  process.stderr.write(`state bucket ${bucket}: ${isNew ? 'made' : 'there'}\n`);
  const deploy = ['deploy', bootstrapStackName(environment), ...flags];
  const { exitCode } = await execa('cdktf', deploy, { preferLocal: true, stdio: 'inherit', reject: false });
  process.exitCode = exitCode ?? 1;
}
