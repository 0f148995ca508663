import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHORT_PROCESS_V8_FLAGS } from '../scripts/test/v8-flags.ts';
import { isSoakRun } from './soak.ts';

/** First port of the test server, which a running product does not use. */
const FIRST_TEST_PORT = 21_300;

/** The app's port; the shell uses the next one. scripts/test.ts chooses it once, and every process inherits it. */
export const appPort = Number(process.env['BRAISE_TEST_PORT'] ?? FIRST_TEST_PORT);

export const appOrigin = `http://localhost:${appPort}`;

/**
 * Returns an offered link as one of the server under test. Pages offer an address for other machines if this one is in a network,
 * but the people of a test are signed in at `appOrigin`.
 */
export function moveLinkToAppOrigin(offeredLink: string): string {
	const { pathname, search } = new URL(offeredLink);
	return new URL(pathname + search, appOrigin).href;
}

/**
 * Arguments with which Node starts the product. Small tests leave out most of V8's optimising: that of PGlite alone takes more
 * than a second of each start.
 */
export const APP_START_ARGUMENTS = [
	...(isSoakRun ? [] : SHORT_PROCESS_V8_FLAGS),
	'--import',
	'tsx',
	'scripts/start.ts'
];

export const shellOrigin = `http://127.0.0.1:${appPort}`;
export const localhostShellOrigin = `http://localhost:${appPort + 1}`;

/**
 * A data folder that is empty at first. The first process that reads this value creates and removes the folder; all others inherit
 * it.
 */
export const dataFolder = (process.env['BRAISE_TEST_DATA'] ??= createFolderRemovedAtExit());

function createFolderRemovedAtExit(): string {
	const folder = mkdtempSync(join(tmpdir(), 'braise-data-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
