/** Chooses where tests keep their databases and profiles: in memory where there is room. */
import { access, constants, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const MEMORY_FOLDER = '/dev/shm';
/** Free bytes that the memory's folder must have: twice what all folders of one run together take, and more. */
const NEEDED_BYTES = 4e9;

/** Returns the memory's folder where it is writable and large enough, and the system's folder of temporary files otherwise. */
export async function chooseTemporaryFolder(folder = MEMORY_FOLDER, neededBytes = NEEDED_BYTES): Promise<string> {
	try {
		await access(folder, constants.W_OK);
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize >= neededBytes ? folder : tmpdir();
	} catch {
		return tmpdir();
	}
}
