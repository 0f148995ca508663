import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { Student, type InputDevice } from './student.ts';

export type Language = 'fr' | 'en';

export const readChallengeFile = (path: string): string =>
	readFileSync(new URL(`../../challenges/${path}`, import.meta.url), 'utf8');

export interface Walkthrough {
	/** Follows the link to the challenge, or opens its address. */
	open(student: Student, language: Language): Promise<void>;
	title?: Record<Language, string>;
	/** Part of the scene's description, which the scene shows before anything is compiled. */
	description: string | Record<Language, string>;
	/** Plays the steps between the first and the decision. */
	playSteps(student: Student, language: Language): Promise<void>;
	/** With a right program, the figures of the options follow from the data. */
	expectFigures?(page: Page, student: Student): Promise<void>;
	position: Record<Language, string>;
	/** Part of the program, which the last page shows. */
	shownCode?: string;
}

export const openFromList = (challenge: string) => async (student: Student, language: Language) => {
	await student.page.goto(`/${language}/challenges`);
	await student.press(student.page.locator(`main a[href$="/challenges/${challenge}"]`).first());
};

/** Plays a whole lesson. No script may fail in the page meanwhile. */
export async function goThroughLesson(
	walkthrough: Walkthrough,
	page: Page,
	language: Language,
	inputDevice: InputDevice
): Promise<void> {
	const { title, description, position, shownCode } = walkthrough;
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);

	await walkthrough.open(student, language);
	if (title !== undefined) await expect(page.getByRole('heading', { level: 1 })).toHaveText(title[language]);
	await expect(student.locateStep('discover')).toBeVisible();
	const shownDescription = typeof description === 'string' ? description : description[language];
	await expect(page.locator('.description')).toContainText(shownDescription);
	await student.goToNextStep();

	await walkthrough.playSteps(student, language);

	await expect(student.locateStep('decide')).toBeVisible();
	await walkthrough.expectFigures?.(page, student);
	await student.takePosition(position[language]);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	if (shownCode !== undefined) await expect(page.locator('article')).toContainText(shownCode);
	await expect(page.locator('article')).toContainText(position[language]);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}

const meterWalkthrough: Walkthrough = {
	async open(student, language) {
		await student.page.goto(`/${language}`);
		await student.press(student.page.locator('main a').first());
	},
	title: { fr: 'Le parcmètre bavard', en: 'The talkative meter' },
	// A person pays too much.
	description: '20',
	async playSteps(student) {
		await student.goThroughPredictStep('30', '60');

		await expect(student.locateStep('tune')).toBeVisible();
		await student.setDial('freeMinutes', 20);
		await student.setDial('centsPerMinute', 5);
		await student.waitUntilAllPassed();
		await student.goToNextStep();

		await student.goThroughArrangeStep(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);

		await expect(student.locateStep('build')).toBeVisible();
		await student.runProgram();
		await student.waitForFailedCheck();
		await student.replaceLastReturn('return halfHours(minutes) * 50;');
		await student.runProgram();
		await student.waitUntilAllPassed();
		await student.waitUntilSaved();
		await student.goToNextStep();

		await student.skipStretch();
	},
	async expectFigures(page) {
		await expect(page.locator('tbody tr').nth(1).locator('td')).toHaveText(['9', '18', '22', '18']);
		await expect(page.locator('tbody tr').nth(4).locator('td')).toHaveText(['0', '0', '18', '0']);
	},
	position: {
		fr: 'Je choisis le papier, parce que personne ne lit ma vie.',
		en: 'I choose paper, because nobody reads my life.'
	},
	shownCode: 'return halfHours(minutes) * 50;'
};

export async function goThroughMeterChallenge(page: Page, language: Language, inputDevice: InputDevice): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	await goThroughLesson(meterWalkthrough, page, language, inputDevice);
	await page.reload();
	const student = new Student(page, inputDevice);
	await student.press(page.getByRole('dialog').getByRole('button').first());
	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText(meterWalkthrough.position[language]);
	expect(problems).toEqual([]);
}
