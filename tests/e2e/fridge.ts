/** Plays the whole lesson of the vaccine fridge, as a newcomer. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { position: 'Je choisis d’emprunter : personne ne doit attendre.' },
	en: { position: 'I choose to borrow: nobody should have to wait.' }
};
const solutionProgram = readFileSync(
	new URL('../../challenges/frigo-vaccins/private/solution/main.ts', import.meta.url),
	'utf8'
);
const programWithoutStretch = solutionProgram.slice(0, solutionProgram.indexOf('export function longestOut'));

export async function goThroughFridgeChallenge(
	page: Page,
	language: Language,
	inputDevice: InputDevice
): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);

	await page.goto(`/${language}/challenges`);
	await student.press(page.locator('main a[href$="/challenges/frigo-vaccins"]').first());
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('−2');
	await student.goToNextStep();

	await student.goThroughPredictStep('"warm"', '"ok"');

	await expect(student.locateStep('tune')).toBeVisible();
	await student.setDial('warmest', 8);
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	await student.goThroughArrangeStep([
		'if (celsius > 8) {',
		"return 'warm';",
		'}',
		'if (celsius < 2) {',
		"return 'cold';",
		'}',
		"return 'ok';"
	]);

	await student.goThroughBuildStep('build', programWithoutStretch);
	// A visitor reads that the judge answers only in a class, at the hand-in.
	await expect(page.getByText(/Dans une classe, tu sauras au rendu|In a class, handing in tells you/)).toBeAttached();
	await student.goThroughCatchStep('status', '8', 'ok');
	await student.goThroughBuildStep('stretch', solutionProgram);

	await expect(student.locateStep('decide')).toBeVisible();
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
