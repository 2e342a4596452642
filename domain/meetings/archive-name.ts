/** What systems leave in folders for themselves: no paper of anybody. */
const leftBySystems = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/iu;

/** True for a file of a folder or an archive that a person put there. `path` with slashes. */
export const isOwnFile = (path: string): boolean => !path.endsWith('/') && !leftBySystems.test(path);

/** The name of a file without its folders, composed as Windows writes it: macOS takes が apart into か and a mark. */
export function composedName(path: string): string {
  return (path.replaceAll('\\', '/').split('/').at(-1) ?? '').normalize('NFC');
}
