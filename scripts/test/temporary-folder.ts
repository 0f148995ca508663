/** Chooses where tests keep their databases and profiles: in memory where there is room. */
import { access, constants, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const MEMORY_FOLDER = '/dev/shm';
/** Free bytes that the folder in memory must have: more than twice what all folders of one run together take. */
const MIN_FREE_MEMORY_BYTES = 4e9;

/** Returns the folder in memory if it is writable and large enough, otherwise the system's folder of temporary files. */
export async function chooseTemporaryFolder(
	folder = MEMORY_FOLDER,
	neededBytes = MIN_FREE_MEMORY_BYTES
): Promise<string> {
	try {
		await access(folder, constants.W_OK);
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize >= neededBytes ? folder : tmpdir();
	} catch {
		return tmpdir();
	}
}
