import { readFileSync } from 'node:fs';
import { expect, test } from '../test.ts';
import { fetchStoredPersonData } from '../attacks/people.ts';
import { visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { handIn, createClassLesson, createWorkingStudent } from './class-lesson.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

const SOLUTION_PROGRAM = readFileSync('challenges/frigo-vaccins/private/solution/main.ts', 'utf8');
const BUILD_STEP_SOLUTION = SOLUTION_PROGRAM.slice(0, SOLUTION_PROGRAM.indexOf('export function longestOut'));
/** Texts that only a mutant or its author's sentence contains. */
const SECRET_MUTANT_TEXTS = ['celsius <= 2) return', 'celsius >= 8', 'readings.reduce'];

test(
	'examples are written, judged at the hand-in, and counted for the teacher',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'Mme Attrape');
		await createClassInBrowser(teacher, 'Seconde attrape');
		const assignment = await giveAssignment(
			teacher.page,
			new URL(teacher.page.url()).pathname,
			'challenge=frigo-vaccins'
		);
		const { page } = await visitAsNewStudent(browser, assignment.link, 'Renard');
		/** Everything that this browser receives, except the app's own scripts. */
		const responseBodies: string[] = [];
		page.on('response', (response) => {
			if (response.url().includes('/_app/')) return;
			void response.text().then(
				(body) => responseBodies.push(body),
				() => undefined
			);
		});
		await page.getByRole('button', { name: 'Je connais déjà' }).click();
		await new Student(page, 'mouse').goThroughBuildStep('build', BUILD_STEP_SOLUTION);
		await page.setViewportSize({ width: 360, height: 640 });
		const student = new Student(page, 'keyboard');
		await expect(student.locateStep('catch')).toBeVisible();

		// A value that cannot be read is reported in its row, and is still there after a reload.
		await student.writeExample(1, 'minutesOut', '[5, 9', '15');
		const row = page.getByRole('group', { name: 'Exemple 1' });
		await expect(row).toContainText('n’est pas fermé');
		await expect(row.getByLabel('readings')).toHaveAttribute('aria-invalid', 'true');
		await expect(page.locator('.ways .on button')).toBeDisabled();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await student.waitUntilSaved();
		await page.reload();
		await expect(row.getByLabel('readings')).toHaveValue('[5, 9');
		await student.writeExample(1, 'status', '2', 'ok');
		await expect(row).not.toContainText('n’est pas fermé');
		await student.press(page.getByRole('button', { name: 'Ajouter un exemple' }));
		await student.writeExample(2, 'status', '8', 'warm');
		await student.press(page.getByRole('button', { name: 'Ajouter un exemple' }));
		await student.writeThrowingExample(3, 'minutesOut', '9');
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await expect(page.locator('.ways .on button')).toBeEnabled();

		// A trial says which examples count, but not what the author's program returns; offline, it says that it needs a network.
		const tryButton = page.getByRole('button', { name: 'Essayer mes exemples' });
		const trial = page.locator('[data-trial]');
		await page.context().setOffline(true);
		await student.press(tryButton);
		await expect(trial).toContainText('Il faut le réseau pour essayer tes exemples');
		await page.context().setOffline(false);
		await student.press(tryButton);
		await expect(trial).toContainText(/Programmes faux attrapés\s: [1-9]\d* sur \d+/);
		const trialCount = (await trial.locator('[data-caught]').getAttribute('data-caught')) ?? '';
		await expect(trial.locator('li.refused')).toHaveText(
			/status\(8\) renvoie "warm".*Le programme de l’auteur fait autre chose\./s
		);
		await expect(trial.locator('.missed li')).toHaveCount(0);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		expect(responseBodies.filter((body) => body.includes('"survivors":[{'))).toEqual([]);
		await student.writeExample(1, 'status', '2.0', 'ok');
		await expect(trial).toContainText('Tes exemples ont changé depuis cet essai.');

		await page.getByRole('button', { name: 'Rendre', exact: true }).click();
		const asking = page.getByRole('dialog', { name: 'Rendre ton travail' });
		await asking.getByLabel('Ta réponse').fill('15');
		await asking.getByRole('button', { name: 'Rendre', exact: true }).click();
		await expect(page.locator('[data-handing]')).toHaveAttribute('data-handing', 'waiting');
		await page.getByRole('button', { name: 'Voir mon rendu' }).click();
		const catches = page.locator('.verdict [data-caught]');
		await expect(catches).toContainText(/Programmes faux attrapés\s: [1-9]\d* sur \d+/);
		await expect(catches.locator('li.refused')).toHaveText(
			/status\(8\) renvoie "warm".*Le programme de l’auteur renvoie "ok"\./s
		);
		await expect(catches.locator('li.counts').last()).toHaveText(/minutesOut\(9\)\s+s’arrête sur une erreur/);
		await expect(catches.locator('.missed li')).toHaveCount(2);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		const caughtOfAll = (await catches.getAttribute('data-caught')) ?? '';
		expect(caughtOfAll).toBe(trialCount);
		const [caughtCount = '', mutantCount = ''] = caughtOfAll.split('/');

		await teacher.page.goto(assignment.path);
		await expect(teacher.page.locator('[data-row="Renard"]')).toContainText(
			`${caughtCount} programmes faux attrapés sur ${mutantCount}`
		);
		await teacher.page.goto(`${assignment.path}/review`);
		await expect(teacher.page.locator('[data-piece]')).toContainText(
			`${caughtCount} programmes faux attrapés sur ${mutantCount}`
		);
		await teacher.page.locator('[data-piece] a').click();
		await expect(teacher.page.locator('[data-caught]')).toHaveAttribute('data-caught', caughtOfAll);
		expect(responseBodies.some((body) => body.includes('"caught":[{'))).toBe(true);
		for (const text of SECRET_MUTANT_TEXTS) expect(responseBodies.filter((body) => body.includes(text))).toEqual([]);
	}
);

test(
	'malformed or hostile examples in a hand-in catch nothing and reveal no mutant',
	{ tag: '@soak' },
	async ({ browser }) => {
		const lesson = await createClassLesson(browser, 'Seconde visée', 'challenge=frigo-vaccins');
		const createExampleRow = (name: string, cell: string, returns: string) => ({
			function: name,
			given: [cell],
			returns
		});
		const hostileExamples = [
			[
				createExampleRow('status', '{ "__proto__": { "ok": 1 } }', 'ok'),
				createExampleRow('status', '1e999', 'warm'),
				createExampleRow('status', 'NaN', 'ok'),
				createExampleRow('minutesOut', '['.repeat(150) + ']'.repeat(150), '0'),
				createExampleRow('constructor', '1', '1'),
				createExampleRow('__proto__', '1', '1'),
				createExampleRow('status', '<img src=x onerror=alert(1)>', '`${process.env}`')
			],
			Array.from({ length: 4000 }, () => createExampleRow('status', '2', 'ok')),
			[createExampleRow('status', '9'.repeat(100_000), 'warm')],
			{ length: 1e6 },
			'status(2)'
		];
		for (const [at, examples] of hostileExamples.entries()) {
			const pupil = await createWorkingStudent(lesson, `Visiteur${'ABCDE'[at]}`);
			const id = await handIn(pupil, lesson, {
				files: { 'main.ts': BUILD_STEP_SOLUTION },
				steps: { format: 2, steps: [{ id: 'catch', kind: 'catch', examples }] }
			});
			const { requests, account } = pupil.student;
			const readSubmission = async () => {
				const response = await requests.get(`/api/assignments/${lesson.assignment}/submissions?account=${account}`);
				return response.text();
			};
			await expect.poll(readSubmission).toContain('"caught":[{');
			const text = await readSubmission();
			const { submissions } = JSON.parse(text) as {
				submissions: { id: string; verdict: { caught: { caught: number; survivors: unknown[] }[] } }[];
			};
			expect(submissions.find((one) => one.id === id)?.verdict.caught).toMatchObject([{ caught: 0, survivors: [] }]);
			for (const secret of SECRET_MUTANT_TEXTS) expect(text).not.toContain(secret);
		}
	}
);

test('a trial needs valid examples from a student of the assignment, is limited in number, and stores nothing', async ({
	browser
}) => {
	const lesson = await createClassLesson(browser, 'Seconde essayée', 'challenge=frigo-vaccins');
	const { student } = await createWorkingStudent(lesson, 'Renard');
	const { student: other } = await createWorkingStudent(lesson, 'Hibou');
	const { requests, account } = student;
	const at = `/api/assignments/${lesson.assignment}/trials`;
	const example = { function: 'status', given: ['2'], returns: 'ok' };
	const sendTrial = (data: object, sender = requests) =>
		sender.post(at, { data: { format: 1, account, step: 'catch', examples: [example], ...data } });
	const storedBefore = await fetchStoredPersonData(requests);

	const wrongAnswer = await sendTrial({
		examples: [
			{ ...example, returns: 'cold' },
			{ function: 'minutesOut', given: ['9'], returns: '15' }
		]
	});
	const text = await wrongAnswer.text();
	expect(JSON.parse(text)).toEqual({
		format: 1,
		kind: 'tried',
		trial: {
			step: 'catch',
			examples: [
				{ call: 'status(2)', said: '"cold"', refusal: { kind: 'differs' } },
				{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'differs' } }
			],
			caught: 0,
			total: expect.any(Number),
			survivors: []
		}
	});
	for (const secret of [...SECRET_MUTANT_TEXTS, 'renvoie', 'returns']) expect(text).not.toContain(secret);

	for (const hostile of [
		{ examples: Array.from({ length: 2000 }, () => example) },
		{ examples: [{ ...example, returns: '9'.repeat(100_000) }] },
		{ examples: { length: 1e6 } },
		{ examples: 'status(2)' },
		{ step: 'x'.repeat(1000) },
		{ files: { 'main.ts': BUILD_STEP_SOLUTION } }
	])
		expect((await sendTrial(hostile)).status(), JSON.stringify(hostile).slice(0, 80)).toBe(400);
	for (const step of ['build', '__proto__', 'constructor'])
		expect((await sendTrial({ step })).status(), step).toBe(404);
	expect((await sendTrial({}, other.requests)).status()).toBe(409);
	expect((await sendTrial({}, lesson.teacher.page.request)).status()).toBe(403);
	expect(await fetchStoredPersonData(requests)).toEqual(storedBefore);

	let answer = await sendTrial({});
	for (let attempt = 0; attempt < 30 && answer.status() === 200; attempt++) answer = await sendTrial({});
	expect(answer.status()).toBe(429);
	expect(await answer.json()).toMatchObject({
		kind: 'refused',
		reason: 'too-often',
		seconds: expect.any(Number)
	});
	const freeAnswer = await other.requests.post(at, {
		data: { format: 1, account: other.account, step: 'catch', examples: [example] }
	});
	expect(freeAnswer.status()).toBe(200);
});

test(
	'a catch lesson is assigned, handed in with examples alone, and counts the caught mutants',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'Mme Seule');
		await createClassInBrowser(teacher, 'Seconde exemples');
		const classPath = new URL(teacher.page.url()).pathname;
		await teacher.page.goto(`${classPath}/assignments/new?challenge=frigo-vaccins`);
		await teacher.page.getByRole('link', { name: 'Les exemples seuls' }).click();
		await expect(teacher.page.locator('[data-part="catch"]')).toHaveAttribute('aria-current', 'true');
		expect(await findAccessibilityFaults(teacher.page)).toEqual([]);
		const assignment = await giveAssignment(teacher.page, classPath, 'challenge=frigo-vaccins&part=catch');
		const { page } = await visitAsNewStudent(browser, assignment.link, 'Belette');
		const student = new Student(page, 'mouse');
		await expect(student.locateStep('catch')).toBeVisible();
		await student.writeExample(1, 'status', '2', 'ok');
		await page.getByRole('button', { name: 'Ajouter un exemple' }).click();
		await student.writeExample(2, 'status', '8', 'ok');
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await student.waitUntilSaved();

		await page.getByRole('button', { name: 'Rendre', exact: true }).click();
		const dialog = page.getByRole('dialog', { name: 'Rendre ton travail' });
		await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
		await expect(page.locator('[data-handing]')).toContainText(/[1-9]\d* programmes faux attrapés sur \d+/);
		await teacher.page.goto(assignment.path);
		await expect(teacher.page.locator('[data-row="Belette"]')).toContainText('programmes faux attrapés sur');
		await expect(teacher.page.getByRole('link', { name: 'Débat', exact: true })).toHaveCount(0);
		await teacher.page.goto(`${assignment.path}/review`);
		await teacher.page.locator('[data-piece] a').click();
		await expect(teacher.page.locator('[data-caught]')).toBeVisible();
		await expect(teacher.page.locator('[data-browser-report]')).toHaveCount(0);
		expect(await findAccessibilityFaults(teacher.page)).toEqual([]);
		// The assignment already has the challenge's newest version, so the page does not offer to judge again.
		await teacher.page.goto(`${assignment.path}/rejudge`);
		await expect(teacher.page.getByText('Ce défi n’a pas changé depuis que vous l’avez donné.')).toBeVisible();
	}
);
