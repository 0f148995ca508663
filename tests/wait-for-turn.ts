/** Playwright's global setup in `npm test`: waits, with its server started, until the unit tests have ended. */
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Path of a file that scripts/test.ts writes once these tests may begin. */
const turnFile = process.env['BRAISE_TEST_TURN'];
const LOOK_EVERY_MS = 100;

export default async function waitForTurn(): Promise<void> {
	while (turnFile !== undefined && !(await isThere(turnFile))) await pause(LOOK_EVERY_MS);
}

const isThere = (path: string): Promise<boolean> =>
	access(path).then(
		() => true,
		() => false
	);
