/** Plays the whole lesson of the delivery round, as a student who knows its three functions. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: {
		title: 'Livrer chaud',
		cold: 'Repas froids : 7.',
		position: 'Je choisis deux tournées, pour que tous mangent chaud.'
	},
	en: { title: 'Delivered hot', cold: 'Cold meals: 7.', position: 'I choose two rounds, so that everyone eats hot.' }
};

const solutionProgram = readFileSync(
	fileURLToPath(new URL('../../challenges/tournee/private/solution/main.ts', import.meta.url)),
	'utf8'
);

/** Returns the program up to the function `name`, inclusive. The functions after it are still unfinished. */
function cutProgramAfter(name: string): string {
	const [head = '', ...functions] = solutionProgram.split(/(?=^(?:\/\*\*.*\*\/\n)?export function )/m);
	const last = functions.findIndex((text) => text.includes(`export function ${name}(`));
	const program = [head, ...functions.slice(0, last + 1), ...listStubsAfter(name)].join('');
	// The indentation is removed, because the editor adds its own.
	return program.replace(/^\t+/gm, '');
}

const functionStubs = [
	['tourKm', 'export const tourKm = (tour: Place[]) => 0;\n'],
	['nearest', 'export const nearest = (depot: Place, places: Place[]) => [depot, ...places];\n'],
	['twoOpt', 'export const twoOpt = (tour: Place[]) => tour;\n']
] as const;

function listStubsAfter(name: string): string[] {
	const at = functionStubs.findIndex(([each]) => each === name);
	return functionStubs.slice(at + 1).map(([, text]) => text);
}

export async function goThroughDeliveryChallenge(
	page: Page,
	language: Language,
	inputDevice: InputDevice
): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);

	await page.goto(`/${language}/challenges/tournee`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTextsByLanguage[language].title);

	// In the order of the list, seven meals get cold. The scene shows that before anything is compiled.
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText(lessonTextsByLanguage[language].cold);
	await student.goToNextStep();

	await student.goThroughPredictStep('4096', '479001600');

	// The formula is given, for an Earth that is too small, so the van stops before it reaches the doors.
	await expect(student.locateStep('km')).toBeVisible();
	await student.setDial('radius', 6371);
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	for (const step of ['tourKm', 'nearest', 'twoOpt']) await student.goThroughBuildStep(step, cutProgramAfter(step));

	await student.skipStretch();

	await expect(student.locateStep('decide')).toBeVisible();
	// With a right program, a second van costs more, and people who live alone are served sooner when they come first.
	await expect(page.locator('tbody tr').nth(1).locator('td')).toHaveText([
		/75[.,]52/,
		/110[.,]41/,
		/89[.,]14/,
		/117[.,]78/
	]);
	await expect(page.locator('tbody tr').nth(4).locator('td')).toHaveText([/^115/, /^56/, /^69/, /^24/]);
	await student.press(page.locator('.options button').nth(1));
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText('export function twoOpt');
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
