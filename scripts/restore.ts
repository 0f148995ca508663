import { join } from 'node:path';
import { listBackups } from '#lib/server/db/backup/files.ts';
import { restorePglite, restorePostgres, type RestoreResult } from '#lib/server/db/backup/restore.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { makeFolderPrivate } from '#lib/server/db/private-files.ts';
import { DatabaseRefusal } from '#lib/server/db/database.ts';
import { parseEnvironmentOrExit } from './environment-or-exit.ts';
import { printResultOrRefusal } from './print-result-or-refusal.ts';

const { databaseUrl, dataFolder } = parseEnvironmentOrExit();
const backupsFolder = join(dataFolder, 'backups');

/** Backups of PGlite and of PostgreSQL can be restored to either. The server must be stopped. */
async function restoreBackup(file: string): Promise<RestoreResult> {
	if (databaseUrl === undefined) return restorePglite(join(dataFolder, 'database'), file);
	const connection = await openPostgres(databaseUrl);
	return restorePostgres(connection, file, backupsFolder).finally(() => connection.close());
}

await printResultOrRefusal(async () => {
	await makeFolderPrivate(dataFolder);
	const file = process.argv[2] ?? (await listBackups(backupsFolder)).at(-1);
	if (file === undefined) throw new DatabaseRefusal(`There is no backup in ${backupsFolder}.`);
	const { rows, asidePath } = await restoreBackup(file);
	return `${file} is back: ${rows} rows.${asidePath === undefined ? '' : ` What was there before is in ${asidePath}.`}`;
});
