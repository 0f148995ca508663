import { expect } from '@playwright/test';
import { openFromList, readChallengeFile, type Language, type Walkthrough } from './lesson.ts';

const membersSolution = readChallengeFile('adherents/private/solution/main.ts');
const cutMembersSolutionBefore = (name: string) =>
	membersSolution.slice(0, membersSolution.indexOf(`export function ${name}`));

export const membersWalkthrough: Walkthrough = {
	open: openFromList('adherents'),
	description: 'DUPONT Lea',
	async playSteps(student) {
		await student.goThroughPredictStep('"dupont lea"', '"dupont léa"');

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

		await student.goThroughBuildStep('doubles', cutMembersSolutionBefore('share'));
		await student.goThroughBuildStep('share', cutMembersSolutionBefore('countBy'));
		await student.goThroughBuildStep('stretch', membersSolution);
	},
	position: {
		fr: 'Je choisis les lignes sans nom : la mairie vérifie vite.',
		en: 'I choose the lines without names: the town hall checks quickly.'
	}
};

const pizzaChanges: Record<string, (program: string) => string> = {
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

export const pizzaWalkthrough: Walkthrough = {
	open: openFromList('nutri-score'),
	title: { fr: 'La lettre sur la pizza', en: 'The letter on the pizza' },
	// The starting program prints a wrong letter.
	description: 'Valcendre',
	async playSteps(student, language) {
		await student.goThroughPredictStep('4', '1');

		let program = readChallengeFile(`nutri-score/start/${language}/main.ts`);
		for (const [step, change] of Object.entries(pizzaChanges)) {
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
	},
	async expectFigures(page) {
		// 8 of 12 boxes show A, B or C when each recipe loses 0.1 g of salt, 6 when the recipes stay, and none when no letter is
		// printed.
		await expect(page.locator('tbody tr').first().locator('td')).toHaveText(['8', '6', '0', /\d+/]);
	},
	position: {
		fr: 'Je garde la recette : une lettre juste vaut mieux.',
		en: 'I keep the recipe: an honest letter is worth more.'
	},
	shownCode: 'if (bad < 11) good = good + points(n.protein, rule.protein);'
};

const deliverySolution = readChallengeFile('tournee/private/solution/main.ts');
const deliveryStubs = [
	['tourKm', 'export const tourKm = (tour: Place[]) => 0;\n'],
	['nearest', 'export const nearest = (depot: Place, places: Place[]) => [depot, ...places];\n'],
	['twoOpt', 'export const twoOpt = (tour: Place[]) => tour;\n']
] as const;

/** Returns the program up to the function `name`, inclusive. The functions after it are still unfinished. */
function cutDeliveryProgramAfter(name: string): string {
	const [head = '', ...functions] = deliverySolution.split(/(?=^(?:\/\*\*.*\*\/\n)?export function )/m);
	const last = functions.findIndex((text) => text.includes(`export function ${name}(`));
	const stubs = deliveryStubs.slice(deliveryStubs.findIndex(([each]) => each === name) + 1).map(([, text]) => text);
	const program = [head, ...functions.slice(0, last + 1), ...stubs].join('');
	// The indentation is removed, because the editor adds its own.
	return program.replace(/^\t+/gm, '');
}

export const deliveryWalkthrough: Walkthrough = {
	open: async (student, language) => void (await student.page.goto(`/${language}/challenges/tournee`)),
	title: { fr: 'Livrer chaud', en: 'Delivered hot' },
	// In the order of the list, seven meals get cold.
	description: { fr: 'Repas froids : 7.', en: 'Cold meals: 7.' },
	async playSteps(student) {
		await student.goThroughPredictStep('4096', '479001600');

		// The formula is given, for an Earth that is too small, so the van stops before it reaches the doors.
		await expect(student.locateStep('km')).toBeVisible();
		await student.setDial('radius', 6371);
		await student.waitUntilAllPassed();
		await student.goToNextStep();

		for (const step of ['tourKm', 'nearest', 'twoOpt'])
			await student.goThroughBuildStep(step, cutDeliveryProgramAfter(step));

		await student.skipStretch();
	},
	async expectFigures(page, student) {
		// A second van costs more, and people who live alone are served sooner when they come first.
		const kilometres = [/75[.,]52/, /110[.,]41/, /89[.,]14/, /117[.,]78/];
		await expect(page.locator('tbody tr').nth(1).locator('td')).toHaveText(kilometres);
		await expect(page.locator('tbody tr').nth(4).locator('td')).toHaveText([/^115/, /^56/, /^69/, /^24/]);
		await student.press(page.locator('.options button').nth(1));
	},
	position: {
		fr: 'Je choisis deux tournées, pour que tous mangent chaud.',
		en: 'I choose two rounds, so that everyone eats hot.'
	},
	shownCode: 'export function twoOpt'
};

const fridgeSolution = readChallengeFile('frigo-vaccins/private/solution/main.ts');

export const fridgeWalkthrough: Walkthrough = {
	open: openFromList('frigo-vaccins'),
	description: '−2',
	async playSteps(student) {
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

		const withoutStretch = fridgeSolution.slice(0, fridgeSolution.indexOf('export function longestOut'));
		await student.goThroughBuildStep('build', withoutStretch);
		// A visitor reads that the judge answers only in a class, at the hand-in.
		const judgeNote = student.page.getByText(/Dans une classe, tu sauras au rendu|In a class, handing in tells you/);
		await expect(judgeNote).toBeAttached();
		await student.goThroughCatchStep('status', '8', 'ok');
		await student.goThroughBuildStep('stretch', fridgeSolution);
	},
	position: {
		fr: 'Je choisis d’emprunter : personne ne doit attendre.',
		en: 'I choose to borrow: nobody should have to wait.'
	}
};

const camerasSolution = readChallengeFile('cameras-du-bourg/private/solution/main.ts');

export const camerasWalkthrough: Walkthrough = {
	open: openFromList('cameras-du-bourg'),
	description: '10',
	async playSteps(student, language) {
		await student.goThroughPredictStep('false', 'true');

		const withSees = readChallengeFile(`cameras-du-bourg/start/${language}/main.ts`).replace(
			'return street.metres <= camera.reach;',
			'return (street.from === camera.corner || street.to === camera.corner) && street.metres <= camera.reach;'
		);
		await student.goThroughBuildStep('sees', withSees);
		await student.goThroughBuildStep('place', camerasSolution.slice(0, camerasSolution.indexOf('/** The stretch')));
		await student.goThroughBuildStep('stretch', camerasSolution);
	},
	async expectFigures(page) {
		// 76 thefts with cameras, 72 with light, and 80 with neither.
		const thefts = page.locator('tbody tr').first().locator('td');
		for (const [index, count] of ['76', '72', '80'].entries()) await expect(thefts.nth(index)).toHaveText(count);
	},
	position: {
		fr: 'Je choisis la lumière : personne n’est filmé.',
		en: 'I choose light: nobody is filmed.'
	}
};

/** Returns the code after a step, from the files for students who jump ahead. */
const readWardCodeAfter = (language: Language, step: string) =>
	readChallengeFile(`news2/start/${language}/${step}/main.ts`);

const wardRuleCode = `const score = news2(bed);
	if (score >= 7) return 'continuous';
	if (score >= 5 || points(bed).includes(3)) return 'hourly';
	if (missing(bed)) return 'measure';
	if (score >= 1) return 'watch';`;

export const wardWalkthrough: Walkthrough = {
	open: openFromList('news2'),
	title: { fr: 'Le score qui alerte', en: 'The score that warns' },
	// The patient Abel gets no help.
	description: 'Abel',
	async playSteps(student, language) {
		await student.goThroughPredictStep('2', '1');

		await student.goThroughArrangeStep([
			'if (breaths <= 8) return 3;',
			'if (breaths <= 11) return 1;',
			'if (breaths <= 20) return 0;',
			'if (breaths <= 24) return 2;',
			'return 3;'
		]);

		const beforeRule = readWardCodeAfter(language, 'response');
		const wholeProgram = beforeRule.replace("if (news2(bed) >= 2) return 'continuous';", wardRuleCode);
		await student.goThroughBuildStep('band', readWardCodeAfter(language, 'news2'));
		await student.goThroughBuildStep('news2', beforeRule);
		await student.goThroughBuildStep('response', wholeProgram);

		await student.skipStretch();
	},
	async expectFigures(page) {
		// Patients in a worse state who are missed: 3 with the scale's rule, 6 when it calls from a score of 7, 1 when the nurse's
		// worry counts too.
		await expect(page.locator('tbody tr').first().locator('td')).toHaveText(['3', '6', '1', '5']);
	},
	position: {
		fr: "Je choisis l'inquiétude : Salomé voit ce que la fiche ne voit pas.",
		en: 'I choose worry: Salomé sees what the chart does not.'
	},
	shownCode: "if (missing(bed)) return 'measure';"
};
