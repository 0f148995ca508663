/** What a student does in a lesson, again and again: changes the line that matters, runs, and looks at what comes. */
import type { Page } from 'playwright';
import { paste } from '../../paste.ts';

export interface Round {
	kind: 'answer' | 'refused' | 'loop';
	/** What the line becomes. */
	line: string;
}

/** One slip, one loop, and what was right before and after. */
export const SHORT: Round[] = [
	{ kind: 'answer', line: 'return (minutes - 20) * 6;' },
	{ kind: 'loop', line: 'while (true) {}' },
	{ kind: 'refused', line: 'return halfHours(minutes * 50;' },
	{ kind: 'answer', line: 'return halfHours(minutes) * 50;' }
];

/** A loop now and then: one in ten. */
export const WHOLE: Round[] = [
	{ kind: 'answer', line: 'return (minutes - 20) * 6;' },
	{ kind: 'answer', line: 'return minute * 50;' },
	{ kind: 'refused', line: 'return halfHours(minutes * 50;' },
	{ kind: 'answer', line: 'return halfHours(minutes) * 5;' },
	{ kind: 'answer', line: 'console.log(minutes); return halfHours(minutes) * 50;' },
	{ kind: 'loop', line: 'while (true) {}' },
	{ kind: 'answer', line: 'return halfHours(minutes) * 50 + 1;' },
	{ kind: 'answer', line: 'console.log([minutes, halfHours(minutes)]); return 100;' },
	{ kind: 'refused', line: 'return halfHours(minutes) * ;' },
	{ kind: 'answer', line: 'return halfHours(minutes) * 50;' }
];

const PATIENCE = 60_000;
/**
 * Milliseconds between two keys, as someone types who types fast. All at once they starve the watch for gaps: a browser hands out keys
 * before timers and messages, so it would measure how many of them there were. (In a trace at 6x slower no task of the page took more
 * than 255 ms of its processor; the longest were Monaco's, for what is pasted.)
 */
const BETWEEN_KEYS = 100;
const RESULTS = '.checks:not(.stale)[aria-busy="false"] li:is(.pass, .fail, .error)';

/** Without indentation, which the editor makes by itself. */
const BEFORE_IT = `import { halfHours } from './given.ts';

export function price(minutes: number): number {
if (minutes <= 20) {
return 0;
}
`;

/** Straight to the step in which code is written, with all that comes late already there. */
export async function openBuildStep(page: Page, address: string): Promise<void> {
	await page.goto(address, { timeout: PATIENCE });
	await page.locator('.picture .cover').waitFor({ state: 'detached', timeout: PATIENCE });
	await page.locator('.ways button').first().click();
	await page.locator('[data-step="build"]').waitFor({ timeout: PATIENCE });
	await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE });
	await page.locator('[data-typescript="ready"]').waitFor({ timeout: PATIENCE });
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+Enter');
	await page.locator(RESULTS).first().waitFor({ timeout: PATIENCE });
}

/** Milliseconds from Ctrl+Enter until the page says what came of it. */
export async function doRound(page: Page, { kind, line }: Round): Promise<number> {
	// All of it: the slip before may have left more than its line.
	await page.keyboard.press('Control+a');
	await paste(page, BEFORE_IT);
	await page.keyboard.type(line, { delay: BETWEEN_KEYS });
	await paste(page, '\n}\n');
	await page.locator('.checks.stale').waitFor({ timeout: PATIENCE });
	const began = performance.now();
	await page.keyboard.press('Control+Enter');
	await page
		.locator(kind === 'refused' ? '.picture.outdated' : RESULTS)
		.first()
		.waitFor({ timeout: PATIENCE });
	return performance.now() - began;
}
