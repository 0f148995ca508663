import { expect, test, type APIRequestContext, type Browser, type Page } from '../test.ts';
import { signUpClientByLink, createClassWithTeacher } from '../attacks/people.ts';
import {
	BORROW_OPTION_ID,
	CANCEL_OPTION_ID,
	runDebateChoices,
	PREDICT_STEP_ID,
	publishAndAssignProblem
} from '../published-problem.ts';
import { BrowserlessStudent, visitAsNewStudent } from './given-assignments.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { createFrenchTextTranslator, type FrenchTextTranslator } from '../message-texts.ts';
import { makeCuratorLink } from '../adults.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const PSEUDONYMS = ['Marmotte', 'Chouette', 'Belette', 'Hermine', 'Fouine', 'Martre'];
const SUMMARY_TEXT = 'La classe veut que personne n’attende deux jours. Elle demande qui paie le coursier.';
const ANSWER_TEXT = 'Nous garderons douze doses chez un confrère. Le coursier est à notre charge.';
const FIRM_NAME = 'Pharmacie du port';

/** Texts of the challenge, and parts of messages that begin with a date or have plurals. */
const TEXTS_BY_LANGUAGE = {
	fr: {
		// The tests in both languages may run at once on one server, and each finds its problem by this text.
		wrong: 'Le frigo de la pharmacie sonne trop tard.',
		options: { cancel: 'Annuler les rendez-vous', borrow: 'Emprunter des doses' },
		studentCount: '5 élèves',
		waits: /Un enseignant de la classe lit d’abord votre réponse/,
		passed: /La classe peut lire votre réponse/
	},
	en: {
		wrong: 'Le frigo du cabinet sonne trop tard.',
		options: { cancel: 'Cancel the appointments', borrow: 'Borrow doses' },
		studentCount: '5 students',
		waits: /A teacher of the class reads your answer first/,
		passed: /The class can read your answer/
	}
};

/** Opens a page in a browser in which this person is signed in. */
async function openPageAs(browser: Browser, client: APIRequestContext, address: string): Promise<Page> {
	const context = await browser.newContext({ storageState: await client.storageState() });
	const page = await context.newPage();
	await page.goto(address);
	return page;
}

/** Marks every fact of the shown version as true, and approves the version under the firm's name. */
async function approveShownVersion(page: Page, { translate, patternOfTemplate }: FrenchTextTranslator): Promise<void> {
	await page.getByRole('button', { name: translate('Tout le reste est vrai') }).click();
	await page.getByRole('button', { name: translate('Enregistrer mes réponses') }).click();
	await expect(page.getByText(/^(?:C’est enregistré\.|It is saved\.)$/)).toBeVisible();
	await page.getByLabel(translate('Mon entreprise seulement')).check();
	await page.getByLabel(translate('L’entreprise à écrire')).fill(FIRM_NAME);
	await page.getByRole('button', { name: translate('Donner mon accord à cette version') }).click();
	await expect(page.getByText(patternOfTemplate('Vous avez donné votre accord'))).toBeVisible();
}

for (const language of ['fr', 'en'] as const)
	test(`a class sends its summary, the teller answers, the class reads it, and the contact is erased, ${language}`, async ({
		browser
	}) => {
		const texts = createFrenchTextTranslator(language);
		const { translate, patternOfTemplate } = texts;
		const { wrong, options, studentCount, waits, passed } = TEXTS_BY_LANGUAGE[language];
		const classWithTeacher = await createClassWithTeacher(await signUpClientByLink(makeCuratorLink()));
		const problem = await publishAndAssignProblem(classWithTeacher, wrong);
		const path = problem.path.replace(/^\/fr/, `/${language}`);
		const telephone = { viewport: { width: 360, height: 740 }, hasTouch: true };
		const contributor = await (await browser.newContext(telephone)).newPage();
		await contributor.goto(`/${language}/follow/${problem.link}`);
		await approveShownVersion(contributor, texts);
		await expect(
			contributor.getByText(translate('Le défi fait à partir de votre problème a servi dans moins de cinq classes.'))
		).toBeVisible();
		await expect(contributor.getByText(translate('Aucune classe ne vous a encore écrit.'))).toBeVisible();

		const otherStudents = await Promise.all(
			PSEUDONYMS.map((name) => BrowserlessStudent.join(classWithTeacher.code, name))
		);
		// The student reads French in both tests.
		const address = `/fr/assignments/${problem.assignment}?code=${classWithTeacher.code}`;
		const { page: student } = await visitAsNewStudent(browser, address, 'Loutre');
		for (const one of otherStudents) await one.reportProgress(problem.assignment, PREDICT_STEP_ID, ['discover']);
		await runDebateChoices(classWithTeacher, problem, async () => {
			await expect(student.locator('[data-step="decide"]')).toBeVisible();
			for (const [at, one] of otherStudents.entries()) {
				const answer = await one.sendChoice(problem.assignment, at < 5 ? CANCEL_OPTION_ID : BORROW_OPTION_ID);
				expect(await answer.json()).toMatchObject({ kind: 'kept' });
			}
		});

		const teacher = await openPageAs(browser, classWithTeacher.teacher, `${path}/debate`);
		const section = teacher.locator('[data-summary-state]');
		await expect(section.getByRole('listitem').filter({ hasText: options.cancel })).toContainText(studentCount);
		await expect(section.getByRole('listitem').filter({ hasText: options.borrow })).toContainText(
			translate('moins de cinq élèves')
		);
		await expect(section.getByText(translate('Les étapes où ils se sont arrêtés'))).toBeVisible();
		const words = section.getByLabel(patternOfTemplate('Ce que la classe a dit'));
		await words.fill('Écrivez à loutre@lycee.example.');
		await expect(section.getByText(patternOfTemplate('On dirait une adresse e-mail'))).toBeVisible();
		await words.fill('Loutre a raison.');
		await section.getByRole('checkbox').check();
		await section.getByRole('button', { name: translate('Envoyer la synthèse') }).click();
		await expect(
			section.getByText(translate('« Loutre » est le pseudonyme d’un élève de cette classe. Écrivez-le autrement.'))
		).toBeVisible();
		await expect(words).toHaveValue('Loutre a raison.');
		await words.fill(SUMMARY_TEXT);
		await expectAccessibleWithoutOverflow(teacher);
		await section.getByRole('button', { name: translate('Envoyer la synthèse') }).click();
		await expect(section.getByText(translate('La personne n’a pas encore répondu.'))).toBeVisible();
		await expectAccessibleWithoutOverflow(teacher);

		await contributor.reload();
		await expect(contributor.getByText(translate('Une classe attend votre réponse.'))).toBeVisible();
		const contributorSection = contributor.locator('[data-classes]');
		await expect(contributorSection.getByText(SUMMARY_TEXT)).toBeVisible();
		await expect(contributorSection.getByText(studentCount)).toHaveCount(1);
		for (const name of [...PSEUDONYMS, 'Loutre', 'Attaquée']) await expect(contributorSection).not.toContainText(name);
		await contributorSection.getByLabel(translate('Voici ce que nous allons faire')).check();
		const text = contributorSection.getByLabel(patternOfTemplate('Ce que vous allez faire'));
		await text.fill('Appelez le 02 98 00 00 00.');
		await expect(contributorSection.getByText(patternOfTemplate('On dirait un numéro de téléphone'))).toBeVisible();
		await expectAccessibleWithoutOverflow(contributor);
		// When the network fails, the written text stays on the page.
		await text.fill(ANSWER_TEXT);
		await contributor.route('**/follow/**', (route) =>
			route.request().method() === 'POST' ? route.abort() : route.continue()
		);
		await contributorSection.getByRole('button', { name: translate('Répondre à la classe') }).click();
		await expect(contributorSection.getByText(patternOfTemplate('Ce n’est pas parti'))).toBeVisible();
		await expect(text).toHaveValue(ANSWER_TEXT);
		await contributor.unroute('**/follow/**');
		await contributorSection.getByRole('button', { name: translate('Répondre à la classe') }).click();
		await expect(contributorSection.getByText(waits)).toBeVisible();
		await expectAccessibleWithoutOverflow(contributor);

		// The teacher lets the answer pass, and it comes to the student's screen without a reload.
		await teacher.reload();
		await expect(section.getByText(translate(`La réponse (${FIRM_NAME})`))).toBeVisible();
		await expect(student.locator('[data-answer]')).toHaveCount(0);
		await expectAccessibleWithoutOverflow(teacher);
		await section.getByRole('button', { name: translate('Montrer la réponse à la classe') }).click();
		await expect(section.getByText(translate('La classe peut lire cette réponse.'))).toBeVisible();
		await expect(student.locator('[data-answer="yes"]')).toContainText(ANSWER_TEXT);
		await expect(student.getByText(`La réponse (${FIRM_NAME})`)).toBeVisible();
		await expectAccessibleWithoutOverflow(student);
		const projector = await openPageAs(browser, classWithTeacher.teacher, `${path}/debate?present`);
		await expect(projector.getByText(translate(`La réponse (${FIRM_NAME})`))).toBeVisible();
		await expectAccessibleWithoutOverflow(projector);
		await teacher.getByRole('button', { name: translate('Terminer le débat') }).click();
		await expect(teacher.locator('main')).toHaveAttribute('data-debate', 'over');

		// Erased once, the firm's name is gone wherever the class reads.
		await contributor.reload();
		await expect(contributorSection.getByText(passed)).toBeVisible();
		await contributor.getByText(translate('Effacer mes coordonnées')).click();
		await contributor.getByRole('button', { name: translate('Oui, effacer') }).click();
		await expect(contributor.getByText(patternOfTemplate('C’est effacé'))).toBeVisible();
		for (const page of [student, teacher, projector]) {
			await page.reload();
			await expect(page.locator('[data-answer="yes"]')).toContainText(ANSWER_TEXT);
			const nameless = 'La réponse de la personne qui a raconté ce problème';
			await expect(page.getByText(page === student ? nameless : translate(nameless))).toBeVisible();
			expect(await page.content()).not.toContain(FIRM_NAME);
		}

		// A changed answer waits for a teacher again; when the teacher takes the summary back, both disappear.
		await contributorSection.getByText(translate('Changer ma réponse')).click();
		await contributorSection.getByLabel(translate('Nous ne le ferons pas, et voici pourquoi')).check();
		await text.fill('Le coursier ne peut plus venir.');
		await contributorSection.getByRole('button', { name: translate('Répondre à la classe') }).click();
		await expect(contributorSection.getByText(waits)).toBeVisible();
		await expect(student.locator('[data-answer]')).toHaveCount(0);
		await teacher.reload();
		await expect(section.locator('[data-answer="no"]')).toContainText('Le coursier ne peut plus venir.');
		await section.getByText(translate('Reprendre la synthèse')).first().click();
		await section.getByRole('button', { name: translate('Reprendre la synthèse') }).click();
		await expect(section.getByRole('button', { name: translate('Envoyer la synthèse') })).toBeVisible();
		await contributor.reload();
		await expect(contributor.getByText(translate('Aucune classe ne vous a encore écrit.'))).toBeVisible();
		await expectAccessibleWithoutOverflow(contributor);
	});
