import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Page } from '@playwright/test';
import { visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { waitUntilFrameCanOpenOffline, machineTest } from './machine.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

interface AssignedLesson {
	teacher: Page;
	/** Address of the teacher's board. */
	board: string;
	/** Path that the student opens, by which a student also joins the class. */
	link: string;
	words: string;
}

/** Makes a class with an assignment, and the student Loup, who has visited once from another machine. */
async function assignToClass(browser: Browser, what: string, className: string): Promise<AssignedLesson> {
	const teacher = await signUpTeacher(browser, 'Mme Réseau');
	await createClassInBrowser(teacher, className);
	const { link, path } = await giveAssignment(teacher.page, new URL(teacher.page.url()).pathname, what);
	const { page, words } = await visitAsNewStudent(browser, link, 'Loup');
	await page.context().close();
	const { pathname, search } = new URL(link);
	return { teacher: teacher.page, board: path, link: pathname + search, words };
}

/** Signs in. With `isOwnDevice`, the student stays signed in when the browser closes. */
async function signInAsLoup(page: Page, address: string, words: string, isOwnDevice = true): Promise<void> {
	await page.goto(address);
	await page.getByRole('textbox', { name: 'Pseudonyme' }).last().fill('Loup');
	await page.getByLabel('Tes trois mots').fill(words);
	if (isOwnDevice) await page.getByLabel('Cet appareil est à moi').check();
	await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

const expectSignedInAsLoup = (page: Page) =>
	expect(page.getByRole('banner').getByText('Loup', { exact: true })).toBeVisible();
const dismissDialog = (page: Page) => page.getByRole('dialog').getByRole('button').first().click();
const expectWaitingForServer = (page: Page) => expect(page.locator('[data-where="waiting"]')).toBeVisible();

async function expectWorkOnServer(page: Page): Promise<void> {
	await expect(page.locator('[data-where="server"]')).toBeVisible();
}

/** Returns how many works the server has, and the content of the only one. */
async function readWorkFromServer(page: Page): Promise<{ works: number; program: string; step: string | undefined }> {
	const workList: { works: { id: string }[] } = await (await page.request.get('/api/works')).json();
	const storedWork: { versions: { files: Record<string, string>; steps: { current: string } | null }[] } = await (
		await page.request.get(`/api/works/${workList.works[0]?.id}`)
	).json();
	const [head] = storedWork.versions;
	return { works: workList.works.length, program: head?.files['main.ts'] ?? '', step: head?.steps?.current };
}

async function goThroughPredictStep(student: Student): Promise<void> {
	await expect(student.page.locator('.description')).toContainText('20');
	await student.goToNextStep();
	await student.answer('30');
	await expect(student.page.locator('.fact dd')).toHaveText('60');
	await student.goToNextStep();
}

async function goThroughTuneStep(student: Student): Promise<void> {
	await expect(student.locateStep('tune')).toBeVisible();
	await student.setDial('freeMinutes', 20);
	await student.setDial('centsPerMinute', 5);
	await student.waitUntilAllPassed();
}

async function goThroughArrangeStep(student: Student): Promise<void> {
	await expect(student.locateStep('arrange')).toBeVisible();
	await student.placeLines(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);
	await student.runProgram();
	await student.waitUntilAllPassed();
}

async function goThroughBuildStep(student: Student): Promise<void> {
	await expect(student.locateStep('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.runProgram();
	await student.waitUntilAllPassed();
}

machineTest(
	'a signed-in student’s challenge goes on offline and after a browser restart, and reaches the server later',
	async ({ machine, browser }) => {
		const { link, words } = await assignToClass(browser, 'project', 'Seconde 11');
		const { page, context } = await machine.openBrowser();
		await signInAsLoup(page, machine.address + link, words);
		await expectSignedInAsLoup(page);
		await page.goto(`${machine.address}/fr/challenges/horodateur`);
		const student = new Student(page, 'mouse');
		await goThroughPredictStep(student);
		await expectWorkOnServer(page);
		await waitUntilFrameCanOpenOffline(page);

		await machine.cutNetwork(context);
		await page.reload();
		await dismissDialog(page);
		await expectSignedInAsLoup(page);
		await goThroughTuneStep(student);
		await expectWaitingForServer(page);
		await context.close();

		const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
		const studentAgain = new Student(reopenedPage, 'mouse');
		await reopenedPage.goto(`${machine.address}/fr/challenges/horodateur`);
		await dismissDialog(reopenedPage);
		await expectSignedInAsLoup(reopenedPage);
		await expect(studentAgain.locateStep('tune')).toBeVisible();
		await studentAgain.goToNextStep();
		await goThroughArrangeStep(studentAgain);
		await studentAgain.goToNextStep();
		await goThroughBuildStep(studentAgain);
		await expectWaitingForServer(reopenedPage);

		await machine.mendNetwork(laterContext);
		await expectWorkOnServer(reopenedPage);
		const { program, step } = await readWorkFromServer(reopenedPage);
		expect([program.includes('halfHours(minutes) * 50'), step]).toEqual([true, 'build']);
	}
);

machineTest(
	'an assignment opened once can be begun offline and continued after a restart, and reaches the server',
	async ({ machine, browser }) => {
		const { link, words, teacher, board } = await assignToClass(browser, 'challenge=horodateur', 'Seconde 12');
		const { page, context } = await machine.openBrowser();
		await signInAsLoup(page, machine.address + link, words);
		await expect(page.locator('.strip')).toContainText('Seconde 12');
		const address = new URL(page.url());
		await waitUntilFrameCanOpenOffline(page);

		await machine.cutNetwork(context);
		await page.reload();
		const student = new Student(page, 'mouse');
		await expectSignedInAsLoup(page);
		await goThroughPredictStep(student);
		await goThroughTuneStep(student);
		await expectWaitingForServer(page);
		await context.close();

		const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
		const studentAgain = new Student(reopenedPage, 'mouse');
		await reopenedPage.goto(address.href);
		await expect(reopenedPage.locator('.strip')).toContainText('Seconde 12');
		await expectSignedInAsLoup(reopenedPage);
		await expect(studentAgain.locateStep('tune')).toBeVisible();
		await studentAgain.goToNextStep();
		await goThroughArrangeStep(studentAgain);
		await studentAgain.goToNextStep();
		await goThroughBuildStep(studentAgain);
		// For an assignment that this browser does not know, the page says so, and does not reload again and again.
		const unknownPage = await laterContext.newPage();
		await unknownPage.goto(new URL(randomUUID(), address).href);
		await expect(unknownPage.getByRole('heading', { level: 1 })).toHaveText('Pas de réseau');
		await unknownPage.close();

		await machine.mendNetwork(laterContext);
		await expectWorkOnServer(reopenedPage);
		const { works, program, step } = await readWorkFromServer(reopenedPage);
		expect([works, program.includes('halfHours(minutes) * 50'), step]).toEqual([1, true, 'build']);
		// The server knows which work belongs to the assignment, so that another machine finds it.
		const readAssignment = async () =>
			(await reopenedPage.request.get(`/api${address.pathname.replace('/fr', '')}`)).json();
		await expect.poll(async () => (await readAssignment()).told?.work ?? null).not.toBeNull();
		await teacher.goto(board);
		await expect(teacher.getByText('Loup')).toBeVisible();
	}
);

machineTest(
	'a signed-in student’s project goes on offline and after a browser restart, and reaches the server later',
	async ({ machine, browser }) => {
		const { link, words } = await assignToClass(browser, 'project', 'Seconde 13');
		const { page, context } = await machine.openBrowser();
		await signInAsLoup(page, machine.address + link, words);
		await expectSignedInAsLoup(page);
		const writeProgramOn = async (on: Page, program: string) => {
			await new Student(on, 'mouse').replaceWholeFile(program);
			await new Student(on, 'mouse').waitUntilSaved();
		};
		await page.goto(`${machine.address}/fr/projects/new`);
		await writeProgramOn(page, "console.log('avec');\n");
		await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
		await expectWorkOnServer(page);
		await waitUntilFrameCanOpenOffline(page);

		await machine.cutNetwork(context);
		await page.reload();
		await expectSignedInAsLoup(page);
		await writeProgramOn(page, "console.log('sans');\n");
		await expectWaitingForServer(page);
		const address = page.url();
		await context.close();

		const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
		await reopenedPage.goto(address);
		await expectSignedInAsLoup(reopenedPage);
		await expect(reopenedPage.locator('.view-lines')).toContainText('sans');
		await writeProgramOn(reopenedPage, "console.log('encore');\n");
		await expectWaitingForServer(reopenedPage);

		await machine.mendNetwork(laterContext);
		await expectWorkOnServer(reopenedPage);
		expect(await readWorkFromServer(reopenedPage)).toMatchObject({ works: 1, program: "console.log('encore');\n" });
	}
);

machineTest(
	'on a shared machine, a restarted browser hides a student’s work until they sign in again',
	async ({ machine, browser }) => {
		const { link, words } = await assignToClass(browser, 'challenge=horodateur', 'Seconde 15');
		const { page, context } = await machine.openBrowser();
		await signInAsLoup(page, machine.address + link, words, false);
		await expect(page.locator('.strip')).toContainText('Seconde 15');
		const { href: address } = new URL(page.url());
		await waitUntilFrameCanOpenOffline(page);
		const projectsPage = await context.newPage();
		await projectsPage.goto(`${machine.address}/fr/projects/new`);
		await new Student(projectsPage, 'mouse').replaceWholeFile("console.log('avec');\n");
		await expect(projectsPage).toHaveURL(/projects\/[0-9a-f-]{36}$/);
		await expectWorkOnServer(projectsPage);
		await waitUntilFrameCanOpenOffline(projectsPage);
		const workId = new URL(projectsPage.url()).pathname.split('/').at(-1);
		await projectsPage.close();

		await machine.cutNetwork(context);
		await goThroughPredictStep(new Student(page, 'mouse'));
		await expectWaitingForServer(page);
		await context.close();

		const { page: reopenedPage, context: laterContext } = await machine.openBrowser();
		await reopenedPage.goto(address);
		const expectSignedOut = (on: Page) =>
			expect(on.getByRole('heading', { level: 1 })).toHaveText('Cet ordinateur ne sait plus qui tu es.');
		await expectSignedOut(reopenedPage);
		await expect(reopenedPage.getByText('Loup')).toHaveCount(0);
		const project = await laterContext.newPage();
		await project.goto(`${machine.address}/fr/projects/${workId}`);
		await expectSignedOut(project);

		await machine.mendNetwork(laterContext);
		await expect(project.getByText('Ce projet n’est pas dans ce navigateur.')).toBeVisible();
		await expect(reopenedPage.getByLabel('Code de la classe')).toBeVisible();
		await signInAsLoup(reopenedPage, machine.address + link, words, false);
		await expect(new Student(reopenedPage, 'mouse').locateStep('tune')).toBeVisible();
		await expectWorkOnServer(reopenedPage);
		await project.getByRole('dialog').getByRole('button').click();
		await expect(project.locator('.view-lines')).toContainText('avec');
		expect((await (await reopenedPage.request.get('/api/works')).json()).works).toHaveLength(2);
	}
);
