// Builds the page into web/dist, which the service hands out as it is; `dev:web` serves it with the API of a running service
// behind it. Nothing inline: the page must run under a policy that allows no inline script.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const service = process.env['S_CONNECT_SERVICE'] ?? 'http://127.0.0.1:4780'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  server: { port: 4781, proxy: { '/api': service } },
})
