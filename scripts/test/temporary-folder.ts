import { access, constants, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const MEMORY_FOLDER = '/dev/shm';
/** Free bytes that the folder in memory must have: more than twice what all folders of one run together take. */
const MIN_FREE_MEMORY_BYTES = 4e9;

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
