import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.KAIZEN_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react()],
  server: {
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/hubs', '/health'].map((path) => [path, { target: server, ws: path === '/hubs' }]),
    ),
  },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
