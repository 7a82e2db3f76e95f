import { join } from 'node:path';

export interface PipFilesRequest {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where pip looks for its configuration, later files winning (pip documentation, "Configuration"). */
export function pipFiles({ platform, home, env }: PipFilesRequest): string[] {
  const own = env['PIP_CONFIG_FILE'];
  // pip reads no file at all when this names the null device.
  if (own === '/dev/null' || own === 'nul') return [];
  return [...standardFiles({ platform, home, env }), ...(own === undefined || own === '' ? [] : [own])];
}

function standardFiles({ platform, home, env }: PipFilesRequest): string[] {
  switch (platform) {
    case 'win32':
      return [
        join(env['ProgramData'] ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
        join(home, 'pip', 'pip.ini'),
        join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'pip', 'pip.ini'),
      ];
    case 'darwin':
      return [
        '/Library/Application Support/pip/pip.conf',
        join(home, '.pip', 'pip.conf'),
        join(home, '.config', 'pip', 'pip.conf'),
        join(home, 'Library', 'Application Support', 'pip', 'pip.conf'),
      ];
    default:
      return [
        ...(env['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(':').map((folder) => join(folder, 'pip', 'pip.conf')),
        '/etc/pip.conf',
        join(home, '.pip', 'pip.conf'),
        join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'pip', 'pip.conf'),
      ];
  }
}
