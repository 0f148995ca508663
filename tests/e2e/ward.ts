/** Plays the whole lesson of the ward at night, as a newcomer. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { title: 'Le score qui alerte', position: "Je choisis l'inquiétude : Salomé voit ce que la fiche ne voit pas." },
	en: { title: 'The score that warns', position: 'I choose worry: Salomé sees what the chart does not.' }
};

/** Returns the code after a step, from the files for students who jump ahead. */
function readCodeAfterStep(language: Language, step: string): string {
	const file = new URL(`../../challenges/news2/start/${language}/${step}/main.ts`, import.meta.url);
	return readFileSync(file, 'utf8');
}

const expectedRuleCode = `const score = news2(bed);
	if (score >= 7) return 'continuous';
	if (score >= 5 || points(bed).includes(3)) return 'hourly';
	if (missing(bed)) return 'measure';
	if (score >= 1) return 'watch';`;

export async function goThroughWardChallenge(page: Page, language: Language, inputDevice: InputDevice): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);
	const wholeProgram = readCodeAfterStep(language, 'response').replace(
		"if (news2(bed) >= 2) return 'continuous';",
		expectedRuleCode
	);

	await page.goto(`/${language}/challenges`);
	await student.press(page.locator('main a[href$="/challenges/news2"]').first());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTextsByLanguage[language].title);

	// The patient Abel gets no help. The scene shows that before anything is compiled.
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('Abel');
	await student.goToNextStep();

	await student.goThroughPredictStep('2', '1');

	await student.goThroughArrangeStep([
		'if (breaths <= 8) return 3;',
		'if (breaths <= 11) return 1;',
		'if (breaths <= 20) return 0;',
		'if (breaths <= 24) return 2;',
		'return 3;'
	]);

	for (const [step, program] of [
		['band', readCodeAfterStep(language, 'news2')],
		['news2', readCodeAfterStep(language, 'response')],
		['response', wholeProgram]
	] as const)
		await student.goThroughBuildStep(step, program);

	await student.skipStretch();

	await expect(student.locateStep('decide')).toBeVisible();
	// Patients in a worse state whom a right program misses: 3 with the scale's rule, 6 when it calls from a score of 7, 1 when the
	// nurse's worry counts too.
	const missedPatients = page.locator('tbody tr').first().locator('td');
	await expect(missedPatients).toHaveText(['3', '6', '1', '5']);
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText("if (missing(bed)) return 'measure';");
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
