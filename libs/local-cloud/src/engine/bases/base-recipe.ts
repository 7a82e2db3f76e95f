/** What all base images have in common. */
export const baseRecipe = {
  /** The Debian release: the one that has the Python version we build for. */
  suite: 'bookworm',
  /** One time for all files, in seconds since 1970, so that the same packages make the same image. */
  epoch: '1700000000',
  /** Folders of /usr/share that nobody reads in a container. */
  leftOut: ['doc', 'info', 'lintian', 'locale', 'man'],
} as const;
