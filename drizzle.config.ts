/** Drizzle's settings: `npm run migration -- --name <what>` writes the next migration from the changes of the schema. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './src/lib/server/db/schema/index.ts',
	out: './src/lib/server/db/migrations'
});
