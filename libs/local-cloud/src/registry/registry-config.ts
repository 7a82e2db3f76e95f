/** Where the CNCF registry keeps images and where it listens. */
export interface RegistryOptions {
  /** Folder of the images. */
  readonly storage: string;
  /** Its socket. In a folder that only we can enter, so nobody comes in but through the gateway. */
  readonly socket: string;
  /** Signs the state of uploads, so that they survive a restart. */
  readonly secret: string;
}

/** The registry's configuration file, as an object: it reads YAML, of which JSON is a part. */
export function registryConfig({ storage, socket, secret }: RegistryOptions): object {
  return {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      cache: { blobdescriptor: 'inmemory' },
      delete: { enabled: true },
    },
    http: { net: 'unix', addr: socket, secret },
  };
}
