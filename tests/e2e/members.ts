/** Plays the whole lesson of the club's list, as a newcomer. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { position: 'Je choisis les lignes sans nom : la mairie vérifie vite.' },
	en: { position: 'I choose the lines without names: the town hall checks quickly.' }
};
const solutionProgram = readFileSync(
	new URL('../../challenges/adherents/private/solution/main.ts', import.meta.url),
	'utf8'
);
const cutSolutionBefore = (name: string) =>
	solutionProgram.slice(0, solutionProgram.indexOf(`export function ${name}`));

export async function goThroughMembersChallenge(
	page: Page,
	language: Language,
	inputDevice: InputDevice
): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);

	await page.goto(`/${language}/challenges`);
	await student.press(page.locator('main a[href$="/challenges/adherents"]').first());
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('DUPONT Lea');
	await student.goToNextStep();

	await expect(student.locateStep('predict')).toBeVisible();
	await student.answer('"dupont lea"');
	await expect(page.locator('.fact dd')).toHaveText('"dupont léa"');
	await student.goToNextStep();

	await expect(student.locateStep('tune')).toBeVisible();
	await student.setDial('letters', 12);
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	await expect(student.locateStep('key')).toBeVisible();
	await student.placeLines([
		'let key = name.toLowerCase();',
		"key = key.normalize('NFD').replace(/\\p{M}/gu, '');",
		"key = key.replaceAll('-', ' ');",
		"const words = key.split(' ').filter((word) => word !== '');",
		'words.sort();',
		"return words.join(' ');"
	]);
	await student.runProgram();
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	for (const [step, program] of [
		['doubles', cutSolutionBefore('share')],
		['share', cutSolutionBefore('countBy')],
		['stretch', solutionProgram]
	] as const) {
		await expect(student.locateStep(step)).toBeVisible();
		await student.runProgram();
		await student.waitForFailedCheck();
		await student.replaceWholeFile(program);
		await student.runProgram();
		await student.waitUntilAllPassed();
		await student.waitUntilSaved();
		await student.goToNextStep();
	}

	await expect(student.locateStep('decide')).toBeVisible();
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
