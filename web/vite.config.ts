import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { coreFirst, noCircles, pdfAssets, precompressed, woff2Only } from './vite-plugins.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  plugins: [woff2Only(), pdfAssets(), coreFirst(), noCircles(), precompressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['es2022', 'safari16.4', 'chrome111', 'firefox115'],
    // A data: font or script would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Few files on the member's way in: a request more costs a tablet 150 ms, a kilobyte more 5 ms.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'first',
              test: /web\/(?:main|app\/(?:early|routes|office-routes)|client\/request|client\/carried|client\/client-error|client\/door|client\/gate|client\/crowd|client\/kept|client\/appearance|client\/paths)\.ts$|contract\/carried-answers|regexparam|preload-helper/,
            },
            {
              name: 'core',
              test: /node_modules\/(?:lit|@lit)|web\/app\/(?:kurabe-app|finding|fonts|intercept)|web\/ui\/(?:sheets\/(?:base|page|ticks|failed)|icons|announce|events|toast|ui-(?:announcer|toasts|notice|failure|loading|dialog|progress|field|empty|choices))|web\/ui\/sheets\/field|web\/ui\/(?:confirm|phrased)|web\/features\/meetings|web\/faces|web\/client\/(?:navigation|sessions|documents|meetings|replies|reading|submission)\.ts|domain\/(?:japanese|meetings)/,
            },
            {
              name: 'reading',
              test: /web\/ui\/page-view\/(?!pdf-engine)|web\/client\/(?:document-reading|comparison-reading|comparisons|page-source|reading-place)|web\/ui\/after-paint|web\/notes\/lazy-book|web\/features\/reader/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/M': 'http://127.0.0.1:3000' } },
});
