/** Lets the processes of one test run share the packed challenges, in the file that `BRAISE_PACKED_CHALLENGES` names. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Returns what an earlier process of this run packed from the same folder, or packs and writes it down. Packs where no file is named. */
export async function shareThroughFile<Result>(root: string, pack: () => Promise<Result>): Promise<Result> {
	const path = process.env['BRAISE_PACKED_CHALLENGES'];
	if (!path) return pack();
	if (!existsSync(path)) {
		const result = await pack();
		writeFileSync(path, JSON.stringify({ root, result }));
		return result;
	}
	// The same code wrote this file some seconds ago.
	const shared = JSON.parse(readFileSync(path, 'utf8')) as { root: string; result: Result };
	return shared.root === root ? shared.result : pack();
}
