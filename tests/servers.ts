import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The production server that the tests open, on ports of its own so that a running product does not disturb. */
const FIRST = 21_300;

/** The app's port; the shell's is the next. Chosen once by scripts/test.ts and inherited by every process. */
export const port = Number(process.env['BRAISE_TEST_PORT'] ?? FIRST);

export const app = `http://localhost:${port}`;
/** The shell's host for `app`. */
export const twin = `http://127.0.0.1:${port}`;
export const nextPort = `http://localhost:${port + 1}`;

/** A store of its own, empty at first. Chosen by the first process that reads this, which removes it, and inherited by every other. */
export const dataFolder = (process.env['BRAISE_TEST_DATA'] ??= folderUntilExit());

function folderUntilExit(): string {
	const folder = mkdtempSync(join(tmpdir(), 'braise-data-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
