import { randomUUID } from 'node:crypto';
import type { RemixSource } from '#lib/domain/project.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';

export const TEST_COVER = { content: toBase64(ONE_PIXEL_PNG), description: 'Un rond.' };

export interface TestProject {
	work: string;
	version: string;
}

/** Stores a project with one version, without counting its bytes for the quota. */
export async function storeTestProject(
	database: Database,
	authors: readonly string[],
	files: Record<string, string> = { 'main.ts': 'circle(1, 2, 3);' },
	title = 'Ronds',
	remixOf?: RemixSource
): Promise<TestProject> {
	const work = randomUUID();
	const version = randomUUID();
	await database
		.insert(schema.work)
		.values({ id: work, format: 1, kind: 'project', language: 'fr', createdAt: 1, head: version });
	await database.insert(schema.workAuthor).values(authors.map((accountId) => ({ workId: work, accountId })));
	await database.insert(schema.version).values({
		id: version,
		workId: work,
		savedAt: 1,
		files,
		project: { title, card: null, ...(remixOf && { remixOf }) }
	});
	return { work, version };
}
