import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeBackup } from '#lib/server/db/backup/files.ts';
import { requestBackupFromOwner } from '#lib/server/db/backup-socket.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { makeFolderPrivate } from '#lib/server/db/private-files.ts';
import { DatabaseRefusal } from '#lib/server/db/database.ts';
import { parseEnvironmentOrExit } from './environment-or-exit.ts';
import { printResultOrRefusal } from './print-result-or-refusal.ts';

const writtenBackupSchema = v.object({ file: v.string(), rows: v.number() });
const { databaseUrl, dataFolder } = parseEnvironmentOrExit();
const backupsFolder = join(dataFolder, 'backups');
const databaseFolder = join(dataFolder, 'database');

/** On PGlite, a running server writes the backup, because only one process may open the database. */
async function backUpDatabase(): Promise<v.InferOutput<typeof writtenBackupSchema>> {
	if (databaseUrl === undefined) {
		const answer = await requestBackupFromOwner(databaseFolder);
		if (answer !== undefined) return parseBackupAnswer(answer);
		if (!existsSync(databaseFolder)) throw new DatabaseRefusal(`There is no database in ${databaseFolder}.`);
	}
	const connection = await (databaseUrl === undefined ? openPglite(databaseFolder) : openPostgres(databaseUrl));
	return makeBackup(connection, backupsFolder).finally(() => connection.close());
}

function parseBackupAnswer(answer: unknown): v.InferOutput<typeof writtenBackupSchema> {
	const parsedAnswer = v.safeParse(writtenBackupSchema, answer);
	if (parsedAnswer.success) return parsedAnswer.output;
	throw new DatabaseRefusal('The running server could not make a backup: its log says why.');
}

await printResultOrRefusal(async () => {
	await makeFolderPrivate(dataFolder);
	const { file, rows } = await backUpDatabase();
	return `${file}: ${rows} rows.`;
});
