/** Keeps calls to the loopback interface away from a proxy, where the shell has one. */
export function noProxy(environment: NodeJS.ProcessEnv): Record<string, string> {
  const proxied = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].some(
    (name) => (environment[name] ?? '') !== '',
  );
  if (!proxied) return {};
  const listed = (environment['NO_PROXY'] ?? environment['no_proxy'] ?? '').split(',').filter((host) => host !== '');
  const hosts = [...new Set([...listed, '127.0.0.1'])].join(',');
  return { NO_PROXY: hosts, no_proxy: hosts };
}
