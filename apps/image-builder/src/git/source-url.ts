/** Web address of a git remote, without credentials; undefined for a remote that has none, such as a folder. */
export function sourceUrl(remote: string): string | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+\.[\w-]+):(?!\/\/)(.+)$/.exec(remote);
  const web = /^(?:https?|ssh|git):\/\/(?:[^/]*@)?([^:/]+)(?::\d+)?\/(.+)$/.exec(remote);
  const [, host, path] = scp ?? web ?? [];
  return host === undefined || path === undefined ? undefined : `https://${host}/${path.replace(/\.git\/?$/, '')}`;
}
