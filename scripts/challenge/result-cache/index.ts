/** Opens the result cache of the author's command, in node_modules or else in the user's cache folder. */
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashEngineSources, REPOSITORY_FOLDER } from './engine-key.ts';
import { StoredResults } from './stored-results.ts';

export function openResultCache(): StoredResults {
	return new StoredResults(chooseCacheFolder(), hashEngineSources());
}

function chooseCacheFolder(): string {
	const packagesFolder = join(REPOSITORY_FOLDER, 'node_modules');
	if (isWritable(packagesFolder)) return join(packagesFolder, '.cache', 'braise-challenge');
	return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'braise-challenge');
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
