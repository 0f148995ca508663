/** Plays the whole lesson of the cameras in a small town, as a newcomer. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { position: 'Je choisis la lumière : personne n’est filmé.' },
	en: { position: 'I choose light: nobody is filmed.' }
};
const solutionProgram = readFileSync(
	new URL('../../challenges/cameras-du-bourg/private/solution/main.ts', import.meta.url),
	'utf8'
);

export async function goThroughCamerasChallenge(
	page: Page,
	language: Language,
	inputDevice: InputDevice
): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);
	const startProgram = readFileSync(
		new URL(`../../challenges/cameras-du-bourg/start/${language}/main.ts`, import.meta.url),
		'utf8'
	);
	const withSees = startProgram.replace(
		'return street.metres <= camera.reach;',
		'return (street.from === camera.corner || street.to === camera.corner) && street.metres <= camera.reach;'
	);

	await page.goto(`/${language}/challenges`);
	await student.press(page.locator('main a[href$="/challenges/cameras-du-bourg"]').first());
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('10');
	await student.goToNextStep();

	await student.goThroughPredictStep('false', 'true');

	for (const [step, program] of [
		['sees', withSees],
		['place', solutionProgram.slice(0, solutionProgram.indexOf('/** The stretch'))],
		['stretch', solutionProgram]
	] as const)
		await student.goThroughBuildStep(step, program);

	await expect(student.locateStep('decide')).toBeVisible();
	// A right program counts 76 thefts with cameras, 72 with light, and 80 with neither.
	const thefts = page.locator('tbody tr').first().locator('td');
	for (const [index, count] of ['76', '72', '80'].entries()) await expect(thefts.nth(index)).toHaveText(count);
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
