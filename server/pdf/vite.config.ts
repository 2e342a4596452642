import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The programs of the children, each in one file of JavaScript: to strip the types of 50 files took a third of a child's start. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('../../dist/pdf'),
    emptyOutDir: true,
    rolldownOptions: { input: ['main', 'guard', 'join', 'lay-over'].map((name) => at(`./child/${name}.ts`)) },
  },
});
