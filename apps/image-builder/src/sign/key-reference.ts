import { Failure } from '../failure.ts';

/** Keys in key management services, in Kubernetes, and in a variable (cosign documentation, key management). */
const REFERENCE = /^(?:awskms|gcpkms|azurekms|hashivault|k8s|env):\/\/\S+$/;
const VARIABLE = 'COSIGN_PRIVATE_KEY';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the key is: what the command line says, else the private key in `COSIGN_PRIVATE_KEY`. Only references are taken, so that no
 * key stands in the arguments of a process.
 * @throws Failure `configuration-invalid`
 */
export function keyReference(said: string | undefined, env: Environment): string {
  const reference = said ?? (env[VARIABLE] ? `env://${VARIABLE}` : undefined);
  if (reference === undefined) throw invalid('nothing says which key signs');
  // the value is not shown: it may be a key
  if (!REFERENCE.test(reference)) throw invalid('what --key says is no reference to a key');
  const variable = /^env:\/\/(.*)$/.exec(reference)?.[1];
  if (variable !== undefined && !env[variable]) throw invalid(`the variable '${variable}' holds no key`);
  return reference;
}

function invalid(message: string): Failure {
  const fix = `name one, such as --key awskms:///alias/release, or put a private key of cosign into ${VARIABLE}`;
  return new Failure({ code: 'configuration-invalid', message, fix });
}
