import { expect, type Page } from '../test.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { createFrenchTextTranslator, type FrenchTextTranslator } from '../message-texts.ts';
import { machineTest, waitUntilFrameCanOpenOffline, type TestMachine } from './machine.ts';
import { signUpCurator, signUpTeacher } from './persons.ts';

// A service worker would fill the cache of each new browser. Only the browser whose network is cut allows one.
machineTest.use({ serviceWorkers: 'block' });

type Language = 'fr' | 'en';

/** Publishes the folder to classes, and proposes that version to the catalogue. */
async function proposeVersion(
	page: Page,
	translate: FrenchTextTranslator['translate'],
	version: string
): Promise<void> {
	await expect(page.locator('[data-check="current"]')).toContainText(translate('Tout va bien'));
	await page.getByRole('button', { name: translate('Publier pour mes classes') }).click();
	await expect(page.getByText(translate(`Publié : version ${version}.`))).toBeVisible();
	await page.getByRole('button', { name: translate(`Proposer la version ${version} au catalogue`) }).click();
	await expect(page.locator('[data-version-state="proposed"]')).toContainText(translate('proposée'));
}

async function fillChallengeVersion(page: Page, version: string): Promise<void> {
	const section = page.locator('li[data-section="sources"]');
	if (!(await page.getByLabel('Version').isVisible())) await section.locator('summary').click();
	await page.getByLabel('Version').fill(version);
	await page.getByLabel('Version').blur();
}

async function openProposedVersion(page: Page, language: Language, maker: string): Promise<void> {
	const { translate } = createFrenchTextTranslator(language);
	await page.goto(`/${language}/studio`);
	await page.getByRole('link', { name: translate('Relire les défis proposés') }).click();
	await page.getByRole('listitem').filter({ hasText: maker }).getByRole('link').click();
	await expect(page.locator('[data-preview]')).toBeVisible();
}

async function tickAllReviewPoints(page: Page): Promise<void> {
	const points = page.getByRole('checkbox');
	await expect(points).toHaveCount(7);
	for (const point of await points.all()) await point.check();
}

/** Opens the published challenge as a student would, and opens it again without a network. */
async function expectOpensWithoutNetwork(machine: TestMachine, path: string): Promise<void> {
	const { page, context } = await machine.openBrowser();
	await page.goto(machine.address + path);
	await waitUntilFrameCanOpenOffline(page);
	await machine.cutNetwork(context);
	await page.reload();
	await expect(page.locator('.description').first()).not.toBeEmpty();
	await context.close();
}

for (const language of ['fr', 'en'] as const)
	machineTest(
		`a challenge is proposed, reworked, agreed to by two people, found by everyone, and retired, ${language}`,
		async ({ browser, machine }) => {
			const { translate, patternOfTemplate } = createFrenchTextTranslator(language);
			// The tests in both languages may run at once on one server, so each has a teacher with a name of its own.
			const teacherName = { fr: 'Mme Propose', en: 'Mme Suggère' }[language];
			const { page: maker } = await signUpTeacher(browser, teacherName);
			const { page: curator } = await signUpCurator(browser, 'M. Relit');
			const { page: teacher } = await signUpTeacher(browser, 'Mme Collègue');
			const visitor = await (await browser.newContext()).newPage();
			const card = visitor.getByRole('listitem').filter({ hasText: translate(`Fait par ${teacherName}`) });

			await maker.goto(`/${language}/studio/from/frigo-vaccins`);
			await maker.getByRole('button', { name: translate('Adapter ce défi') }).click();
			await maker.waitForURL(/\/studio\/[\w-]{36}$/);
			await fillChallengeVersion(maker, '1.0.0');
			await proposeVersion(maker, translate, '1.0.0');
			await expectAccessibleWithoutOverflow(maker);

			// The maker is not among the reviewers of their own challenge.
			await maker.goto(`/${language}/studio/reviews`);
			await expect(maker.getByText(translate(`Fait par ${teacherName}`))).toHaveCount(0);
			await maker.goBack();

			await openProposedVersion(curator, language, teacherName);
			await expect(curator.locator('[data-preview] .description')).not.toBeEmpty();
			await expectAccessibleWithoutOverflow(curator);
			await curator.getByRole('button', { name: translate('Vérifier à nouveau') }).click();
			await expect(curator.getByText(patternOfTemplate('Tout passe encore'))).toBeVisible();
			// An agreement needs the seven points and a comment.
			await curator.getByRole('button', { name: translate('Avis favorable') }).click();
			await expect(curator.getByText(patternOfTemplate('Un avis favorable demande'))).toBeVisible();
			await curator.getByRole('button', { name: translate('Demander de retravailler') }).click();
			await expect(curator.getByText(translate('Écrivez un mot d’abord.'))).toBeVisible();
			await curator.getByRole('checkbox').first().check();
			await curator.getByLabel(translate('Votre commentaire')).fill('La source du seuil manque.');
			await curator.getByRole('button', { name: translate('Demander de retravailler') }).click();
			await expect(curator.locator('[data-version-state="work-needed"]')).toBeVisible();

			await maker.reload();
			await expect(maker.locator('[data-version-state="work-needed"]')).toBeVisible();
			await expect(maker.getByText('La source du seuil manque.')).toBeVisible();
			await expectAccessibleWithoutOverflow(maker);
			await fillChallengeVersion(maker, '1.0.1');
			await proposeVersion(maker, translate, '1.0.1');
			await expect(maker.locator('[data-version-state]')).toHaveCount(1);

			await openProposedVersion(curator, language, teacherName);
			await tickAllReviewPoints(curator);
			await curator.getByRole('button', { name: translate('Avis favorable') }).click();
			await expect(curator.getByText(translate('Votre avis est enregistré.'))).toBeVisible();
			await visitor.goto(`/${language}/challenges`);
			await expect(card).toHaveCount(0);

			await openProposedVersion(teacher, language, teacherName);
			await expect(
				teacher.getByText(
					translate('Avis favorable de M. Relit, responsable du site. Il manque celui d’un enseignant.')
				)
			).toBeVisible();
			await tickAllReviewPoints(teacher);
			await teacher.getByRole('button', { name: translate('Avis favorable') }).click();
			await expect(teacher.getByText(translate('Votre avis est enregistré.'))).toBeVisible();
			await expectAccessibleWithoutOverflow(teacher);

			await visitor.goto(`/${language}/challenges`);
			await expect(card).toHaveCount(1);
			await card.getByRole('heading').getByRole('link').click();
			await visitor.waitForURL(/\/challenges\/own-[a-z0-9]{12}$/);
			const namedPeople = visitor.locator('[data-people]');
			await expect(namedPeople).toContainText(translate(`Fait par ${teacherName}`));
			await expect(namedPeople).toContainText(translate('Relu par M. Relit').slice(0, -1));
			await expect(namedPeople.getByRole('link')).toHaveAttribute('href', `/${language}/challenges/frigo-vaccins`);
			await expect(visitor.locator('.description').first()).not.toBeEmpty();
			await expectAccessibleWithoutOverflow(visitor);
			// On a telephone, the people of the challenge take only one line above the task.
			await visitor.setViewportSize({ width: 360, height: 740 });
			await expect.poll(async () => (await namedPeople.boundingBox())?.height).toBeLessThan(40);
			await expectAccessibleWithoutOverflow(visitor);
			const address = visitor.url();
			await expectOpensWithoutNetwork(machine, new URL(address).pathname);

			await maker.reload();
			await maker.getByRole('button', { name: translate('Retirer du catalogue') }).click();
			await expect(maker.locator('[data-version-state="retired"]')).toBeVisible();
			await visitor.goto(`/${language}/challenges`);
			await expect(card).toHaveCount(0);
			// A person who began the challenge before it was retired can go on.
			await visitor.goto(address);
			await expect(visitor.getByText(patternOfTemplate('Ce défi n’est plus dans le catalogue'))).toBeVisible();
			await expect(visitor.locator('.description').first()).not.toBeEmpty();
			const project = await visitor.goto(address.replace('/challenges/', '/projects/from/'));
			expect(project?.status()).toBe(404);
		}
	);
