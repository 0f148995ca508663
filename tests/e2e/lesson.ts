/** Plays the whole lesson of the parking meter, as a newcomer. */
import { expect, type Page } from '@playwright/test';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { title: 'Le parcmètre bavard', position: 'Je choisis le papier, parce que personne ne lit ma vie.' },
	en: { title: 'The talkative meter', position: 'I choose paper, because nobody reads my life.' }
};

export type Language = keyof typeof lessonTextsByLanguage;

export async function goThroughMeterChallenge(page: Page, language: Language, inputDevice: InputDevice): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);

	await page.goto(`/${language}`);
	await student.press(page.locator('main a').first());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTextsByLanguage[language].title);

	// A person pays too much. The scene shows that before anything is compiled.
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('20');
	await student.goToNextStep();

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

	await expect(student.locateStep('decide')).toBeVisible();
	// With a right program, the figures of each option follow from the data that the option keeps.
	await expect(page.locator('tbody tr').nth(1).locator('td')).toHaveText(['9', '18', '22', '18']);
	await expect(page.locator('tbody tr').nth(4).locator('td')).toHaveText(['0', '0', '18', '0']);
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText('return halfHours(minutes) * 50;');
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();

	await page.reload();
	await student.press(page.getByRole('dialog').getByRole('button').first());
	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	expect(problems).toEqual([]);
}
