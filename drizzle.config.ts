import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './studio/src/schema.ts', out: './studio/migrations' });
