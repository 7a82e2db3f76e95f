import type { EcrCall } from './ecr-call.ts';
import { withLocalUri } from './with-local-uri.ts';

export async function createRepository(call: EcrCall): Promise<object> {
  const repository = await call.context.controlPlane.createRepository(call, call.input.fields);
  return { repository: withLocalUri(repository, call) };
}
