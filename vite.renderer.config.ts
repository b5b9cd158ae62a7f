import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * How the screens are built: relative assets, so that the same files serve from the hub and from the desktop's
 * own scheme; nothing inlined, so that `script-src 'self'; style-src 'self'` is enough.
 */
export const rendererConfig: UserConfig = {
  root: at('./src/renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: at('./out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: at('./src/renderer/index.html') },
  },
};

export default defineConfig(rendererConfig);
