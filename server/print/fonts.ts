import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A package's own index.js imports its .ttf files, which Node cannot load: only its folder is asked for.
const folderOf = (name: string) =>
  dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`)));

const GOTHIC = folderOf('biz-udgothic');
const MINCHO = folderOf('biz-udmincho');
const NOTO = folderOf('noto-sans-jp');
const EMOJI = folderOf('noto-emoji');

/** The folders Typst searches: one weight each, so that it does not read the 20 that are not used. */
export const FONT_FOLDERS: readonly string[] = [
  join(MINCHO, '400Regular'),
  join(MINCHO, '700Bold'),
  join(GOTHIC, '400Regular'),
  join(GOTHIC, '700Bold'),
  join(NOTO, '400Regular'),
  join(NOTO, '700Bold'),
  join(EMOJI, '400Regular'),
];

/** One file a family, in the order the templates try them; both weights of a family cover the same characters. */
export const FONT_FILES = {
  mincho: join(MINCHO, '400Regular', 'BIZUDMincho_400Regular.ttf'),
  gothic: join(GOTHIC, '400Regular', 'BIZUDGothic_400Regular.ttf'),
  noto: join(NOTO, '400Regular', 'NotoSansJP_400Regular.ttf'),
  emoji: join(EMOJI, '400Regular', 'NotoEmoji_400Regular.ttf'),
} as const;
