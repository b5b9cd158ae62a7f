import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.renderer.config.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm run build`: both hosts as ES modules, the preload as one CommonJS file (a sandboxed page loads no other). */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: at('./src/main/index.ts'),
          hub: at('./src/main/hub.ts'),
          'mail-worker': at('./src/main/adapters/mail/parse/mail-worker.ts'),
          'table-worker': at('./src/main/adapters/tables/table-worker.ts'),
        },
        output: { format: 'es', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: at('./src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
});
