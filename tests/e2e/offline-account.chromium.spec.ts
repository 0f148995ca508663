/** A signed-in student works offline and restarts the browser. The server gets the work later. */
import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Page } from '@playwright/test';
import { visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { waitUntilFrameCanOpenOffline, machineTest } from './machine.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

interface Asked {
	teacher: Page;
	/** Address of the teacher's board. */
	board: string;
	/** Path that the student opens, by which a student also joins the class. */
	link: string;
	words: string;
}

/** Makes a class with an assignment, and the student Loup, who has visited once from another machine. */
async function assign(browser: Browser, what: string, className: string): Promise<Asked> {
	const teacher = await signUpTeacher(browser, 'Mme Réseau');
	await createClassInBrowser(teacher, className);
	const { link, path } = await giveAssignment(teacher.page, new URL(teacher.page.url()).pathname, what);
	const { page, words } = await visitAsNewStudent(browser, link, 'Loup');
	await page.context().close();
	const { pathname, search } = new URL(link);
	return { teacher: teacher.page, board: path, link: pathname + search, words };
}

/** Signs in. With `own`, the student stays signed in when the browser closes. */
async function enter(page: Page, address: string, words: string, own = true): Promise<void> {
	await page.goto(address);
	await page.getByRole('textbox', { name: 'Pseudonyme' }).last().fill('Loup');
	await page.getByLabel('Tes trois mots').fill(words);
	if (own) await page.getByLabel('Cet appareil est à moi').check();
	await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

const isHim = (page: Page) => expect(page.getByRole('banner').getByText('Loup', { exact: true })).toBeVisible();
const goOn = (page: Page) => page.getByRole('dialog').getByRole('button').first().click();
const waits = (page: Page) => expect(page.locator('[data-where="waiting"]')).toBeVisible();

async function isOnServer(page: Page): Promise<void> {
	await expect(page.locator('[data-where="server"]')).toBeVisible();
}

/** Returns how many works the server has, and the content of the only one. */
async function readFromServer(page: Page): Promise<{ works: number; program: string; step: string | undefined }> {
	const workList: { works: { id: string }[] } = await (await page.request.get('/api/works')).json();
	const storedWork: { versions: { files: Record<string, string>; steps: { current: string } | null }[] } = await (
		await page.request.get(`/api/works/${workList.works[0]?.id}`)
	).json();
	const [head] = storedWork.versions;
	return { works: workList.works.length, program: head?.files['main.ts'] ?? '', step: head?.steps?.current };
}

async function predict(student: Student): Promise<void> {
	await expect(student.page.locator('.description')).toContainText('20');
	await student.goToNextStep();
	await student.answer('30');
	await expect(student.page.locator('.fact dd')).toHaveText('60');
	await student.goToNextStep();
}

async function tune(student: Student): Promise<void> {
	await expect(student.step('tune')).toBeVisible();
	await student.setDial('freeMinutes', 20);
	await student.setDial('centsPerMinute', 5);
	await student.waitUntilAllPassed();
}

async function arrange(student: Student): Promise<void> {
	await expect(student.step('arrange')).toBeVisible();
	await student.placeLines(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);
	await student.run();
	await student.waitUntilAllPassed();
}

async function build(student: Student): Promise<void> {
	await expect(student.step('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.run();
	await student.waitUntilAllPassed();
}

machineTest('a challenge', async ({ machine, browser }) => {
	const { link, words } = await assign(browser, 'project', 'Seconde 11');
	const { page, context } = await machine.open();
	await enter(page, machine.address + link, words);
	await isHim(page);
	await page.goto(`${machine.address}/fr/challenges/horodateur`);
	const student = new Student(page, 'mouse');
	await predict(student);
	await isOnServer(page);
	await waitUntilFrameCanOpenOffline(page);

	await machine.cut(context);
	await page.reload();
	await goOn(page);
	await isHim(page);
	await tune(student);
	await waits(page);
	await context.close();

	const { page: again, context: later } = await machine.open();
	const back = new Student(again, 'mouse');
	await again.goto(`${machine.address}/fr/challenges/horodateur`);
	await goOn(again);
	await isHim(again);
	await expect(back.step('tune')).toBeVisible();
	await back.goToNextStep();
	await arrange(back);
	await back.goToNextStep();
	await build(back);
	await waits(again);

	await machine.mend(later);
	await isOnServer(again);
	const { program, step } = await readFromServer(again);
	expect([program.includes('halfHours(minutes) * 50'), step]).toEqual([true, 'build']);
});

machineTest('an assignment, opened once and begun without the network', async ({ machine, browser }) => {
	const { link, words, teacher, board } = await assign(browser, 'challenge=horodateur', 'Seconde 12');
	const { page, context } = await machine.open();
	await enter(page, machine.address + link, words);
	await expect(page.locator('.strip')).toContainText('Seconde 12');
	const address = new URL(page.url());
	await waitUntilFrameCanOpenOffline(page);

	await machine.cut(context);
	await page.reload();
	const student = new Student(page, 'mouse');
	await isHim(page);
	await predict(student);
	await tune(student);
	await waits(page);
	await context.close();

	const { page: again, context: later } = await machine.open();
	const back = new Student(again, 'mouse');
	await again.goto(address.href);
	await expect(again.locator('.strip')).toContainText('Seconde 12');
	await isHim(again);
	await expect(back.step('tune')).toBeVisible();
	await back.goToNextStep();
	await arrange(back);
	await back.goToNextStep();
	await build(back);
	// For an assignment that this browser does not know, the page says so, and does not reload again and again.
	const unknown = await later.newPage();
	await unknown.goto(new URL(randomUUID(), address).href);
	await expect(unknown.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau');
	await unknown.close();

	await machine.mend(later);
	await isOnServer(again);
	const { works, program, step } = await readFromServer(again);
	expect([works, program.includes('halfHours(minutes) * 50'), step]).toEqual([1, true, 'build']);
	// The server knows which work belongs to the assignment, so that another machine finds it.
	const readAssignment = async () => (await again.request.get(`/api${address.pathname.replace('/fr', '')}`)).json();
	await expect.poll(async () => (await readAssignment()).told?.work ?? null).not.toBeNull();
	await teacher.goto(board);
	await expect(teacher.getByText('Loup')).toBeVisible();
});

machineTest('a project', async ({ machine, browser }) => {
	const { link, words } = await assign(browser, 'project', 'Seconde 13');
	const { page, context } = await machine.open();
	await enter(page, machine.address + link, words);
	await isHim(page);
	const write = async (on: Page, program: string) => {
		await new Student(on, 'mouse').replaceWholeFile(program);
		await new Student(on, 'mouse').waitUntilSaved();
	};
	await page.goto(`${machine.address}/fr/projects/new`);
	await write(page, "console.log('avec');\n");
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
	await isOnServer(page);
	await waitUntilFrameCanOpenOffline(page);

	await machine.cut(context);
	await page.reload();
	await isHim(page);
	await write(page, "console.log('sans');\n");
	await waits(page);
	const address = page.url();
	await context.close();

	const { page: again, context: later } = await machine.open();
	await again.goto(address);
	await isHim(again);
	await expect(again.locator('.view-lines')).toContainText('sans');
	await write(again, "console.log('encore');\n");
	await waits(again);

	await machine.mend(later);
	await isOnServer(again);
	expect(await readFromServer(again)).toMatchObject({ works: 1, program: "console.log('encore');\n" });
});

machineTest(
	'on a machine that is not one’s own: the browser forgets who was there, and keeps what they made',
	async ({ machine, browser }) => {
		const { link, words } = await assign(browser, 'challenge=horodateur', 'Seconde 15');
		const { page, context } = await machine.open();
		await enter(page, machine.address + link, words, false);
		await expect(page.locator('.strip')).toContainText('Seconde 15');
		const { href: address } = new URL(page.url());
		await waitUntilFrameCanOpenOffline(page);
		const projects = await context.newPage();
		await projects.goto(`${machine.address}/fr/projects/new`);
		await new Student(projects, 'mouse').replaceWholeFile("console.log('avec');\n");
		await expect(projects).toHaveURL(/projects\/[0-9a-f-]{36}$/);
		await isOnServer(projects);
		await waitUntilFrameCanOpenOffline(projects);
		const work = new URL(projects.url()).pathname.split('/').at(-1);
		await projects.close();

		await machine.cut(context);
		await predict(new Student(page, 'mouse'));
		await waits(page);
		await context.close();

		const { page: again, context: later } = await machine.open();
		await again.goto(address);
		const signedOut = (on: Page) =>
			expect(on.getByRole('heading', { level: 1 })).toHaveText('Cet ordinateur ne sait plus qui tu es.');
		await signedOut(again);
		await expect(again.getByText('Loup')).toHaveCount(0);
		const project = await later.newPage();
		await project.goto(`${machine.address}/fr/projects/${work}`);
		await signedOut(project);

		await machine.mend(later);
		await expect(project.getByText('Ce projet n’est pas dans ce navigateur.')).toBeVisible();
		await expect(again.getByLabel('Code de la classe')).toBeVisible();
		await enter(again, machine.address + link, words, false);
		await expect(new Student(again, 'mouse').step('tune')).toBeVisible();
		await isOnServer(again);
		await project.getByRole('dialog').getByRole('button').click();
		await expect(project.locator('.view-lines')).toContainText('avec');
		expect((await (await again.request.get('/api/works')).json()).works).toHaveLength(2);
	}
);
