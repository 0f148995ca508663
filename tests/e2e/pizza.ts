/** Plays the whole lesson of the letter on the pizza, as a newcomer. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Language } from './lesson.ts';
import { Student, type InputDevice } from './student.ts';

const lessonTextsByLanguage = {
	fr: { title: 'La lettre sur la pizza', position: 'Je garde la recette : une lettre juste vaut mieux.' },
	en: { title: 'The letter on the pizza', position: 'I keep the recipe: an honest letter is worth more.' }
};

const programChangeByFunction: Record<string, (program: string) => string> = {
	points: (program) => program.replace('count = 1;', 'count = count + 1;'),
	negative: (program) =>
		program.replace(
			'return points(n.energy, rule.energy);',
			`let sum = points(n.energy, rule.energy) + points(n.saturates, rule.saturates);
	sum = sum + points(n.sugars, rule.sugars) + points(n.salt, rule.salt);
	return sum;`
		),
	score: (program) =>
		program.replace(
			'return negative(n);',
			`const bad = negative(n);
	let good = points(n.vegetables, rule.vegetables) + points(n.fibre, rule.fibre);
	if (bad < 11) good = good + points(n.protein, rule.protein);
	return bad - good;`
		),
	grade: (program) =>
		program.replace(
			/if \(score <= 2\)[\s\S]*return 'E';/,
			"if (score <= 0) return 'A';\n\tif (score <= 2) return 'B';\n\tif (score <= 10) return 'C';\n\tif (score <= 18) return 'D';\n\treturn 'E';"
		)
};

export async function goThroughPizzaChallenge(page: Page, language: Language, inputDevice: InputDevice): Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	const student = new Student(page, inputDevice);
	const start = new URL(`../../challenges/nutri-score/start/${language}/main.ts`, import.meta.url);
	let program = readFileSync(start, 'utf8');

	await page.goto(`/${language}/challenges`);
	await student.press(page.locator('main a[href$="/challenges/nutri-score"]').first());
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessonTextsByLanguage[language].title);

	// The starting program prints a wrong letter. The scene shows it before the student's browser compiles anything.
	await expect(student.locateStep('discover')).toBeVisible();
	await expect(page.locator('.description')).toContainText('Valcendre');
	await student.goToNextStep();

	await student.goThroughPredictStep('4', '1');

	for (const [step, change] of Object.entries(programChangeByFunction)) {
		program = change(program);
		await student.goThroughBuildStep(step, program);
	}

	await expect(student.locateStep('recipe')).toBeVisible();
	await student.setDial('cheese', 30);
	await student.setDial('vegetables', 20);
	await student.setDial('salt', 0.9);
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	await student.skipStretch();

	await expect(student.locateStep('decide')).toBeVisible();
	// With a right program, 8 of 12 boxes show A, B or C when each recipe loses 0.1 g of salt, 6 when the recipes stay, and none
	// when no letter is printed.
	await expect(page.locator('tbody tr').first().locator('td')).toHaveText(['8', '6', '0', /\d+/]);
	await student.takePosition(lessonTextsByLanguage[language].position);
	await student.goToNextStep();

	await expect(student.locateStep('show')).toBeVisible();
	await expect(page.locator('article')).toContainText('if (bad < 11) good = good + points(n.protein, rule.protein);');
	await expect(page.locator('article')).toContainText(lessonTextsByLanguage[language].position);
	await student.waitUntilSaved();
	expect(problems).toEqual([]);
}
