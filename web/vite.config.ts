import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.KAIZEN_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react()],
  server: {
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/hubs', '/health', '/attachments', '/print'].map((path) => [
        path,
        { target: server, ws: path === '/hubs' },
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The server answers a browser that asks for /graphql with the second page, outside production.
    rollupOptions: { input: ['index.html', 'graphiql.html'] },
    chunkSizeWarningLimit: 1000,
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
