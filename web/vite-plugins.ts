import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const pdfjs = fileURLToPath(new URL('../node_modules/pdfjs-dist', import.meta.url));
const assetFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
const compressible = /\.(?:js|mjs|css|html|svg|json|wasm|icc)$/;

/** Every browser of the last ten years reads WOFF2: the WOFF copies would double the build. */
export function woff2Only(): Plugin {
  return {
    name: 'kurabe:woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/.*\.css/.test(id)) return null;
      return { code: code.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null };
    },
  };
}

/** The files pdf.js asks for by name while it draws, under /pdfjs/. */
export function pdfAssets(): Plugin {
  return {
    name: 'kurabe:pdf-assets',
    apply: 'build',
    async generateBundle() {
      for (const folder of assetFolders)
        for (const name of await readdir(join(pdfjs, folder)))
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: await readFile(join(pdfjs, folder, name)),
          });
    },
  };
}

/** Writes NAME.br and NAME.gz beside each text file; the server sends them as they are. */
export function precompressed(): Plugin {
  return {
    name: 'kurabe:precompressed',
    apply: 'build',
    async writeBundle(options, bundle) {
      const compress = async (name: string) => {
        const path = join(options.dir!, name);
        const bytes = await readFile(path);
        if (bytes.length < 600) return;
        const quality = bytes.length > 300_000 ? 9 : 11;
        const [brotli, zipped] = await Promise.all([
          promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
          promisify(gzip)(bytes, { level: 9 }),
        ]);
        await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
      };
      await Promise.all(
        Object.keys(bundle)
          .filter((name) => compressible.test(name))
          .map(compress),
      );
    },
  };
}

/** Lets the browser fetch the shell, and what that imports, while the first script is still on its way. */
export function coreFirst(): Plugin {
  return {
    name: 'kurabe:core-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const core = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'core');
        const files = core?.type === 'chunk' ? [core.fileName, ...core.imports] : [];
        // a way more over the line before anything is seen, or a circle of chunks
        const stray = files.find((file) => !/\/(?:core|first|rolldown-runtime)-/.test(file));
        if (stray)
          throw new Error(
            `${stray} is needed for the first screen: add its modules to the group core in web/vite.config.ts`,
          );
        return files
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          }));
      },
    },
  };
}

/** Files that import one another in a circle may run before what they extend: the build names them and stops. */
export function noCircles(): Plugin {
  return {
    name: 'kurabe:no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const importsOf = (name: string) => {
        const chunk = bundle[name];
        return chunk?.type === 'chunk' ? chunk.imports : [];
      };
      const done = new Set<string>();
      const walk = (name: string, way: readonly string[]): void => {
        if (way.includes(name)) this.error(`files in a circle: ${[...way.slice(way.indexOf(name)), name].join(' → ')}`);
        if (done.has(name)) return;
        for (const imported of importsOf(name)) walk(imported, [...way, name]);
        done.add(name);
      };
      for (const name of Object.keys(bundle)) walk(name, []);
    },
  };
}
