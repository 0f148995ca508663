/** Playwright's global setup in `npm test`: waits, with its server started, until the unit tests have ended. */
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Path of a file that scripts/test.ts writes once these tests may begin. */
const startSignalFile = process.env['BRAISE_TEST_TURN'];
const POLL_INTERVAL_MS = 100;

export default async function waitForUnitTests(): Promise<void> {
	while (startSignalFile !== undefined && !(await doesFileExist(startSignalFile))) await pause(POLL_INTERVAL_MS);
}

const doesFileExist = (path: string): Promise<boolean> =>
	access(path).then(
		() => true,
		() => false
	);
