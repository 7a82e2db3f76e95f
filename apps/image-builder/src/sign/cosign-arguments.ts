import type { SignRequest } from './signer.ts';

/** What cosign is told (cosign documentation, `cosign sign`): nothing secret, as everyone on the machine sees it. */
export function cosignArguments({ place, digest, key, publicLog }: SignRequest): string[] {
  return [
    'sign',
    '--yes',
    ...['--key', key],
    // the second one says that the settings of the public service, which want its log, don't count (cosign 3)
    ...(publicLog ? [] : ['--tlog-upload=false', '--use-signing-config=false']),
    ...(place.scheme === 'http:' ? ['--allow-http-registry'] : []),
    `${place.uri}@${digest}`,
  ];
}
