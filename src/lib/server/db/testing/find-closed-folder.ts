/** Finds the folder that keeps another user from a path. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

const OTHER_USERS_ENTER_BIT = 0o001;

/** Returns the outermost folder above a path that other users may not enter; undefined when they may enter all. */
export function findFolderClosedToOthers(path: string): string | undefined {
	const folder = dirname(path);
	if (folder === path) return undefined;
	return (
		findFolderClosedToOthers(folder) ?? ((statSync(folder).mode & OTHER_USERS_ENTER_BIT) === 0 ? folder : undefined)
	);
}
