import { expect, test } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createEmailAddress, ADULT_PASSWORD, makeCuratorLink } from '../adults.ts';
import { signUpInBrowser, createInvitation, createClassInBrowser, signUpCurator, signUpTeacher } from './persons.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

test('a curator invites a teacher, admits an applicant, and makes a link for a forgotten password', async ({
	browser,
	page
}) => {
	const curator = await signUpCurator(browser);

	const invitation = await createInvitation(curator, 'à enseigner');
	expect(await findAccessibilityFaults(curator.page)).toEqual([]);
	for (const link of [makeCuratorLink(), invitation, `${invitation}0`, '/fr/reset/none', '/fr/welcome/none']) {
		await page.goto(link);
		expect(await findAccessibilityFaults(page), link).toEqual([]);
	}
	const teacher = await signUpInBrowser(browser, invitation, 'M. Le Gall');
	// The link has been used, and a teacher may not open the page about people.
	await page.goto(invitation);
	await expect(page.getByText('Ce lien a déjà servi')).toBeVisible();
	expect((await teacher.page.goto('/fr/people'))?.status()).toBe(403);

	const email = createEmailAddress();
	const requestTeacherAccount = async () => {
		await page.goto('/fr/sign-up');
		await page.getByLabel('Nom affiché').fill('Awa Diallo');
		await page.getByLabel('Adresse e-mail').fill(email);
		await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
		await page.getByLabel('Qui êtes-vous').fill('Pizzeria du port');
		await page.getByRole('button', { name: 'Envoyer la demande' }).click();
		await expect(page.getByRole('status')).toHaveText(/Votre demande est enregistrée/);
	};
	await requestTeacherAccount();
	// For an address that has an account, the page shows the same text and changes nothing.
	await requestTeacherAccount();
	await page.goto('/fr/account');
	await page.getByRole('link', { name: 'Se connecter', exact: true }).last().click();
	await page.getByLabel('Adresse e-mail').fill(email.toUpperCase());
	await page.getByLabel('Mot de passe').fill('pas le bon mot');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByLabel('Mot de passe')).toHaveAccessibleDescription(/ne vont pas ensemble/);
	await expect(page.getByLabel('Mot de passe')).toBeFocused();
	await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByText('Votre demande attend')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);

	await curator.page.goto('/fr/people');
	await curator.page.getByRole('button', { name: 'Admettre Awa Diallo comme partenaire' }).click();
	await expect(curator.page.getByRole('button', { name: 'Admettre Awa Diallo comme partenaire' })).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('Votre demande attend')).toHaveCount(0);

	await page.goto('/fr/account');
	const nameForm = page.getByRole('form', { name: 'Corriger le nom' });
	await nameForm.getByLabel('Nom affiché').fill('Awa Diallo, boulangère');
	await nameForm.getByRole('button', { name: 'Changer' }).click();
	await expect(nameForm.getByRole('status')).toHaveText(/Votre nom est corrigé/);
	await expect(nameForm.getByLabel('Nom affiché')).toHaveValue('Awa Diallo, boulangère');
	const addressForm = page.getByRole('form', { name: 'Changer d’adresse' });
	const newEmail = createEmailAddress();
	await addressForm.getByLabel('Adresse e-mail').fill(newEmail);
	await addressForm.getByLabel('Mot de passe actuel').fill('pas le bon mot');
	await addressForm.getByRole('button', { name: 'Changer' }).click();
	await expect(addressForm.getByLabel('Mot de passe actuel')).toHaveAccessibleDescription(/pas votre mot de passe/);
	await expect(addressForm.getByLabel('Adresse e-mail')).toHaveValue(newEmail);
	await addressForm.getByLabel('Mot de passe actuel').fill(ADULT_PASSWORD);
	await addressForm.getByRole('button', { name: 'Changer' }).click();
	await expect(addressForm.getByRole('status')).toHaveText(/Vous vous connectez désormais/);
	await expect(addressForm.getByLabel('Adresse e-mail')).toHaveValue(newEmail);
	expect(await findAccessibilityFaults(page)).toEqual([]);

	// The curator makes a link for a forgotten password. It ends the old password and its sessions.
	await curator.page.getByRole('button', { name: 'lien de mot de passe pour M. Le Gall' }).first().click();
	const reset = await curator.page.locator('[data-link]').inputValue();
	await page.context().clearCookies();
	await page.goto(reset);
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { name: 'Enseignants et partenaires' })).toBeVisible();
});

test(
	'a student joins a class by code, then signs in on another machine with three words',
	{ tag: '@soak' },
	async ({ browser, page }) => {
		const code = await createClassInBrowser(await signUpTeacher(browser), '2de 5');
		await page.goto('/fr/join');
		const codeField = page.getByLabel('Code de la classe');
		await codeField.fill('zzzz-zzzz');
		await page.getByRole('button', { name: 'Continuer' }).click();
		await expect(codeField).toBeFocused();
		await expect(codeField).toHaveAccessibleDescription(/Aucune classe n’a ce code/);
		await codeField.fill(code.toLowerCase());
		await page.getByRole('button', { name: 'Continuer' }).click();
		await expect(page.getByText('2de 5')).toBeVisible();
		const firstTimeForm = page.getByRole('form', { name: 'C’est ma première fois' });
		await expect(firstTimeForm.getByLabel('Pseudonyme')).toHaveValue(/\S/);
		// The form for new students comes first, and both forms are in view at once.
		await expect(page.getByRole('form').first()).toHaveAccessibleName('C’est ma première fois');
		await expect(page.getByRole('form', { name: 'J’ai déjà un pseudonyme' }).getByRole('button')).toBeInViewport();
		await firstTimeForm.getByLabel('Pseudonyme').fill('<b>Camille</b>');
		await firstTimeForm.getByRole('button').click();
		await expect(firstTimeForm.getByLabel('Pseudonyme')).toHaveAccessibleDescription(/des lettres, des chiffres/);
		await expect(firstTimeForm.getByLabel('Pseudonyme')).toBeFocused();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await firstTimeForm.getByLabel('Pseudonyme').fill('Loutre Rapide');
		await firstTimeForm.getByRole('button').click();
		await expect(page.getByRole('heading', { name: 'Note tes trois mots' })).toBeFocused();
		const words = (await page.locator('[data-words]').textContent()) ?? '';
		expect(words.split(' ')).toHaveLength(3);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await page.getByRole('link', { name: 'C’est noté' }).click();
		await expect(page.getByRole('banner').getByText('Loutre Rapide')).toBeVisible();
		expect((await page.goto('/fr/people'))?.status()).toBe(403);

		const home = await (await browser.newContext()).newPage();
		await home.goto(`/fr/join?code=${code}&pseudonym=Loutre%20Rapide`);
		const enterForm = home.getByRole('form', { name: 'J’ai déjà un pseudonyme' });
		await expect(enterForm.getByLabel('Pseudonyme')).toHaveValue('Loutre Rapide');
		const enterThreeWords = async (typed: string) => {
			await enterForm.getByLabel('Tes trois mots').fill(typed);
			await enterForm.getByRole('button', { name: 'Entrer' }).click();
		};
		await enterThreeWords('un deux trois');
		await expect(enterForm.getByLabel('Tes trois mots')).toHaveAccessibleDescription(/ne vont pas ensemble/);
		await enterThreeWords(words.toUpperCase());
		await expect(home.getByRole('banner').getByText('Loutre Rapide')).toBeVisible();
	}
);

test(
	'no link on the pages of a partner or an applicant leads to a refused page',
	{ tag: '@soak' },
	async ({ browser, page }) => {
		const curator = await signUpCurator(browser);
		const partner = await signUpInBrowser(
			browser,
			await createInvitation(curator, 'comme partenaire'),
			'Port de Douarnenez'
		);
		const [email, name] = [createEmailAddress(), 'M. Attend'];
		await page.goto('/fr/sign-up');
		await page.getByLabel('Nom affiché').fill(name);
		await page.getByLabel('Adresse e-mail').fill(email);
		await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
		await page.getByRole('button', { name: 'Envoyer la demande' }).click();
		await expect(page.getByRole('status')).toHaveText(/Votre demande est enregistrée/);
		await page.goto('/fr/sign-in');
		await page.getByLabel('Adresse e-mail').fill(email);
		await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await expect(page.getByRole('banner').getByText(name)).toBeVisible();
		for (const partnerPage of [partner.page, page]) {
			const followedPaths = new Set<string>();
			for (const path of ['/fr', '/fr/challenges', '/fr/me', '/fr/account', '/fr/me/data', '/fr/projects']) {
				await partnerPage.goto(path);
				const links = await partnerPage
					.locator('a[href^="/fr"]')
					.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
				expect(links).toContain('/fr/me');
				for (const link of links) followedPaths.add(link);
			}
			for (const link of followedPaths) expect((await partnerPage.request.get(link)).status(), link).toBeLessThan(400);
		}
		await partner.page.goto('/fr');
		await expect(partner.page.getByText('nulle part ailleurs')).toHaveCount(0);
		await expect(partner.page.getByText('Tu écris le programme')).toHaveCount(0);
		await partner.page.goto('/fr/challenges');
		await expect(partner.page.getByText('tu es aidé')).toHaveCount(0);
	}
);

test(
	'leaving this computer ends the session, and the back button shows no name',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await signUpCurator(browser, 'Mme Sortie');
		await page.goto('/fr/account');
		await page.getByText('Mme Sortie').click();
		await page.getByRole('link', { name: 'Quitter cet ordinateur' }).click();
		await expect(page).toHaveURL(/\/fr$/);
		await expect(page.getByText('Mme Sortie')).toHaveCount(0);
		await page.goBack();
		await expect(page.getByText('Mme Sortie')).toHaveCount(0);
		// The cookie that stays says that somebody was here but not who, and gives no access.
		expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['braise.known']);
		expect((await page.goto('/fr/people'))?.status()).toBe(401);
	}
);

test('the sign-in form reports a wrong password without scripts', { tag: '@soak' }, async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/fr/sign-in?to=//evil.example');
	await page.getByLabel('Adresse e-mail').fill(createEmailAddress());
	await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByLabel('Mot de passe')).toHaveAccessibleDescription(/ne vont pas ensemble/);
	await context.close();
});
