import { readFileSync } from 'node:fs';
import { expect, test } from '../test.ts';
import type { Page } from '@playwright/test';
import { Student } from './student.ts';
import { passTime, readSeenFlicker, waitUntilPictureMoves, watchFlicker } from './screen-flicker.ts';

const KEY_PAUSE_MILLISECONDS = 350;

interface CodingStep {
	challenge: string;
	/** The first step in which the student writes code. */
	step: string;
	/** Answer to the prediction of the step before; null when the steps before can be skipped. */
	answer: string | null;
	/** The right order of the lines, when a step before is an arrange step. */
	lines?: string[];
	/** The dial to set, when a step before is a tune step. */
	dial?: { name: string; value: number };
}
const PIZZA_STEP: CodingStep = { challenge: 'nutri-score', step: 'points', answer: '4' };
const WARD_STEP: CodingStep = {
	challenge: 'news2',
	step: 'band',
	answer: '2',
	lines: [
		'if (breaths <= 8) return 3;',
		'if (breaths <= 11) return 1;',
		'if (breaths <= 20) return 0;',
		'if (breaths <= 24) return 2;',
		'return 3;'
	]
};

const DELIVERY_STEP: CodingStep = {
	challenge: 'tournee',
	step: 'tourKm',
	answer: '4096',
	dial: { name: 'radius', value: 6371 }
};

/** Opens the step, waits until all files that load late are there, and runs the program once. */
async function openBuildStep(page: Page, { challenge, step, answer, lines, dial }: CodingStep): Promise<void> {
	const student = new Student(page, 'mouse');
	await page.goto(`/fr/challenges/${challenge}`);
	await page.locator('.picture .cover').waitFor({ state: 'detached' });
	const skip = page.getByRole('button', { name: 'Je connais déjà' });
	if (answer === null) await skip.click();
	else {
		await student.goToNextStep();
		await student.answer(answer);
		await student.goToNextStep();
	}
	if (lines) {
		await student.placeLines(lines);
		await student.runProgram();
		await student.waitUntilAllPassed();
		await student.goToNextStep();
	}
	if (dial) {
		await student.setDial(dial.name, dial.value);
		await student.waitUntilAllPassed();
		await student.goToNextStep();
	}
	await expect(student.locateStep(step)).toBeVisible();
	await student.waitForTypeScript();
	await student.runProgram();
	await expect(page.locator('.checks li.fail').first()).toBeVisible();
}

/** Presses a key, waits until the program has answered, and lets time pass until the next key. */
async function pressAndSettle(page: Page, key: string): Promise<void> {
	await page.keyboard.press(key);
	await expect(page.locator('.checks[aria-busy="true"]')).toHaveCount(0);
	await passTime(page, KEY_PAUSE_MILLISECONDS);
}

/** Types lines. The editor itself indents them, and closes brackets that they open. */
async function typeLines(page: Page, lines: string[], afterKey: () => Promise<void>): Promise<void> {
	for (const [index, line] of lines.entries()) {
		const closingBracket = /^[})\]]/.exec(line)?.[0] ?? '';
		if (closingBracket !== '') await page.keyboard.press('ArrowDown');
		if (closingBracket !== '') await page.keyboard.press('End');
		else if (index > 0) await pressAndSettle(page, 'Enter');
		for (const key of line.slice(closingBracket.length)) {
			await pressAndSettle(page, key);
			await afterKey();
		}
	}
}

test(
	'the stage plays on without flicker while code is typed, and a mistake is reported after a pause',
	{ tag: '@soak' },
	async ({ page }) => {
		await openBuildStep(page, PIZZA_STEP);
		await page.locator('.view-line', { hasText: 'count = 1;'.replaceAll(' ', '\u00a0') }).click();
		await page.keyboard.press('Home');
		await page.keyboard.press('Shift+End');
		await watchFlicker(page);
		await typeLines(page, ['count = count + 1;'], () => waitUntilPictureMoves(page));
		const { stageBoxes, flashes } = await readSeenFlicker(page);
		expect(stageBoxes).toHaveLength(1);
		expect(flashes).toEqual([]);
		await new Student(page, 'mouse').waitUntilAllPassed();

		// A mistake that stays is reported after a pause, once and in one place. The next key removes the message.
		await pressAndSettle(page, '(');
		expect((await readSeenFlicker(page)).messages).toEqual([]);
		await passTime(page, 1000);
		await expect(page.locator('#code [role="status"] li')).toHaveCount(1);
		await expect(page.locator('.picture .badge')).toHaveText('Dernière version qui a tourné');
		await waitUntilPictureMoves(page);
		await page.keyboard.press('Backspace');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		await expect(page.locator('.picture .badge')).toHaveCount(0);
		expect((await readSeenFlicker(page)).stageBoxes).toEqual(stageBoxes);
	}
);

test(
	'the last working version of a sketch plays on when the edited version throws',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/projects/new');
		await expect(page.getByLabel('En direct')).toBeChecked();
		const student = new Student(page, 'mouse');
		await student.waitForTypeScript();
		await student.replaceWholeFile(
			"import { background, circle, frameCount } from 'braise/draw';\n" +
				'export function draw() {\nbackground(240);\ncircle(frameCount % 200, 100, 40);\n\n}'
		);
		await page.keyboard.press('ArrowUp');
		await waitUntilPictureMoves(page);
		await watchFlicker(page);
		// The program draws its first frames before it throws.
		for (const key of 'if (frameCount > 9) circl') await pressAndSettle(page, key);
		await waitUntilPictureMoves(page);
		await passTime(page, 1000);
		await expect(page.locator('#code [role="status"] li')).toHaveCount(1);
		await expect(page.locator('.picture .badge')).toHaveText('Dernière version qui a tourné');
		await waitUntilPictureMoves(page);
		const { stageBoxes, flashes } = await readSeenFlicker(page);
		expect(stageBoxes).toHaveLength(1);
		expect(flashes).toEqual([]);
	}
);

for (const buildStep of [
	{ challenge: 'horodateur', step: 'build', answer: null },
	WARD_STEP,
	PIZZA_STEP,
	DELIVERY_STEP
]) {
	const { challenge } = buildStep;
	test(
		`the stage of ${challenge} does not flicker while its whole solution is typed`,
		{ tag: '@soak' },
		async ({ page }) => {
			const solution = readFileSync(`challenges/${challenge}/private/solution/main.ts`, 'utf8');
			const lines = solution.split('\n').map((line) => line.trim());
			await openBuildStep(page, buildStep);
			await page.locator('.editor .view-lines').click();
			await page.keyboard.press('Control+a');
			await watchFlicker(page);
			let keyCount = 0;
			await typeLines(
				page,
				lines.filter((line) => line !== '' && !line.startsWith('/')),
				async () => {
					keyCount += 1;
					if (keyCount % 25 === 0) await waitUntilPictureMoves(page);
				}
			);
			const { stageBoxes, flashes } = await readSeenFlicker(page);
			expect(stageBoxes).toHaveLength(1);
			expect(flashes).toEqual([]);
			const student = new Student(page, 'mouse');
			await student.runProgram();
			await student.waitUntilAllPassed();
		}
	);
}
