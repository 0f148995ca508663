import type { Page } from 'playwright';
import { pasteText } from '../../paste.ts';

export interface LessonRound {
	kind: 'answer' | 'refused' | 'loop';
	line: string;
}

/** Rounds with one mistake and one loop, and right answers before and after them. */
export const SHORT_LESSON_ROUNDS: LessonRound[] = [
	{ kind: 'answer', line: 'return (minutes - 20) * 6;' },
	{ kind: 'loop', line: 'while (true) {}' },
	{ kind: 'refused', line: 'return halfHours(minutes * 50;' },
	{ kind: 'answer', line: 'return halfHours(minutes) * 50;' }
];

/** Ten rounds, of which one has an endless loop. */
export const WHOLE_LESSON_ROUNDS: LessonRound[] = [
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

const PATIENCE_MILLISECONDS = 60_000;
/**
 * Milliseconds between two keys of a fast typist. If all keys were sent at once, the measurement of gaps would get no turn, because
 * a browser handles keys before timers and messages. (In a trace at 6x slower, no task of the page took more than 255 ms of
 * processor time. The longest tasks were Monaco's, for pasted text.)
 */
const MILLISECONDS_BETWEEN_KEYS = 100;
const RESULTS_SELECTOR = '.checks:not(.stale)[aria-busy="false"] li:is(.pass, .fail, .error)';

/** Code before the line that a round types. It has no indentation, because the editor adds it. */
const CODE_BEFORE_TYPED_LINE = `import { halfHours } from './given.ts';

export function price(minutes: number): number {
if (minutes <= 20) {
return 0;
}
`;

/** Jumps to the build step, and waits until all files that load late are there. */
export async function openBuildStep(page: Page, address: string): Promise<void> {
	await page.goto(address, { timeout: PATIENCE_MILLISECONDS });
	await page.locator('.picture .cover').waitFor({ state: 'detached', timeout: PATIENCE_MILLISECONDS });
	await page.locator('.ways button').first().click();
	await page.locator('[data-step="build"]').waitFor({ timeout: PATIENCE_MILLISECONDS });
	await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE_MILLISECONDS });
	await page.locator('.editor .view-lines').click();
	await page.locator('[data-typescript="ready"]').waitFor({ timeout: PATIENCE_MILLISECONDS });
	await page.keyboard.press('Control+Enter');
	await page.locator(RESULTS_SELECTOR).first().waitFor({ timeout: PATIENCE_MILLISECONDS });
}

/** Returns the milliseconds from Ctrl+Enter until the page shows the result. */
export async function playLessonRound(page: Page, { kind, line }: LessonRound): Promise<number> {
	// The whole text is replaced, because the mistake of the round before may have changed more than its line.
	await page.keyboard.press('Control+a');
	await pasteText(page, CODE_BEFORE_TYPED_LINE);
	await page.keyboard.type(line, { delay: MILLISECONDS_BETWEEN_KEYS });
	await pasteText(page, '\n}\n');
	await page.locator('.checks.stale').waitFor({ timeout: PATIENCE_MILLISECONDS });
	const startMoment = performance.now();
	await page.keyboard.press('Control+Enter');
	await page
		.locator(kind === 'refused' ? '.picture.outdated' : RESULTS_SELECTOR)
		.first()
		.waitFor({ timeout: PATIENCE_MILLISECONDS });
	return performance.now() - startMoment;
}
