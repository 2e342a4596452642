import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pdfAssets, precompressed, woff2Only } from './vite-plugins.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  plugins: [woff2Only(), pdfAssets(), precompressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['es2022', 'safari16.4', 'chrome111', 'firefox115'],
    // A data: font or script would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/M': 'http://127.0.0.1:3000' } },
});
