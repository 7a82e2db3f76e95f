/** Mount points in folders from the text of /proc/self/mountinfo, each once and inner ones first. */
export function mountsBelow(folders: readonly string[], mountinfo: string): readonly string[] {
  const points = mountinfo.split('\n').flatMap((line) => line.split(' ')[4] ?? []);
  return [...new Set(points.map(unescape))]
    .filter((point) => folders.some((folder) => point.startsWith(`${folder}/`)))
    .sort()
    .reverse();
}

/** proc(5) writes blanks, tabs, line ends and backslashes as octal numbers. */
function unescape(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
