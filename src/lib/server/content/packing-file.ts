/** Lets the processes of one test run share the packed challenges, in the file that `BRAISE_PACKED_CHALLENGES` names. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Returns the packed challenges from the file when an earlier process of this run packed the same folder; else packs them, and
 * writes the file if one is named but absent.
 */
export async function sharePackingThroughFile<Result>(root: string, pack: () => Promise<Result>): Promise<Result> {
	const path = process.env['BRAISE_PACKED_CHALLENGES'];
	if (!path) return pack();
	if (!existsSync(path)) {
		const result = await pack();
		writeFileSync(path, JSON.stringify({ root, result }));
		return result;
	}
	// The content is not validated, because the same code wrote this file some seconds ago.
	const shared = JSON.parse(readFileSync(path, 'utf8')) as { root: string; result: Result };
	return shared.root === root ? shared.result : pack();
}
