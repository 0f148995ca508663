import { once } from 'node:events';
import { execFileSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { appPort } from '../servers.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { createEmailAddress, ADULT_PASSWORD } from '../adults.ts';
import { killOwnServer, startOwnServer } from './own-server.ts';

interface Mail {
	to: string[];
	text: string;
}
// The tests run in one worker, because they share the server that `beforeAll` starts.
test.describe.configure({ mode: 'default' });

const receivedMails: Mail[] = [];
const findMailsTo = (address: string) => receivedMails.filter(({ to }) => to.includes(address));
let smtpServer: SMTPServer;
let ownServer: ChildProcess;
let ownServerPort: number;
let ownServerOrigin: string;
let dataFolder: string;

/** Decodes quoted-printable text: joins folded lines and reads the bytes as UTF-8. */
function decodeQuotedPrintable(body: string): string {
	const text = body.replace(/=\r?\n/g, '');
	const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

test.beforeAll(async () => {
	dataFolder = await mkdtemp(join(tmpdir(), 'braise-mail-'));
	smtpServer = new SMTPServer({
		hideSTARTTLS: true,
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _, done) =>
			username === 'braise' && password === 'secret' ? done(null, { user: username }) : done(new Error('Who are you?')),
		onData(stream, { envelope }, done) {
			const bodyParts: Buffer[] = [];
			stream.on('data', (part: Buffer) => bodyParts.push(part));
			stream.on('end', () => {
				receivedMails.push({
					to: envelope.rcptTo.map(({ address }) => address),
					text: decodeQuotedPrintable(Buffer.concat(bodyParts).toString('latin1'))
				});
				done();
			});
		}
	});
	const socket = smtpServer.listen(0, '127.0.0.1');
	await once(socket, 'listening');
	const { port: smtpPort } = socket.address() as AddressInfo;
	ownServerPort = await findFreePort(appPort + 20);
	ownServerOrigin = `http://localhost:${ownServerPort}`;
	await copyMigratedStoreTo(dataFolder);
	ownServer = await startOwnServer(ownServerPort, {
		DATA_FOLDER: dataFolder,
		DATABASE_URL: '',
		ORIGIN: ownServerOrigin,
		SMTP_URL: `smtp://braise:secret@127.0.0.1:${smtpPort}`,
		MAIL_FROM: 'Braise <braise@lycee-horizon.fr>'
	});
});
test.afterAll(async () => {
	await killOwnServer(ownServer);
	await new Promise<void>((resolve) => smtpServer.close(resolve));
	await rm(dataFolder, { recursive: true, force: true });
});

/** Creates a curator's account on the server that this test started for itself. */
async function signUpAsCurator(page: Page, name: string, email: string): Promise<void> {
	const welcomeOutput = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/curator.ts', '--link'], {
		encoding: 'utf8',
		env: { ...process.env, PORT: String(ownServerPort), ORIGIN: '', DATA_FOLDER: dataFolder }
	});
	await page.goto(ownServerOrigin + new URL(welcomeOutput.trim()).pathname);
	await page.getByLabel('Nom affiché').fill(name);
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page.getByText(name, { exact: true })).toBeVisible();
}

/** Tells a problem whose contact names this email address. Resolves to the token of its private link. */
async function tellProblem(page: Page, wrong: string, email: string): Promise<string> {
	const answer = await page.request.post(`${ownServerOrigin}/api/problems`, {
		headers: { origin: ownServerOrigin },
		data: {
			...{ format: 1, invitation: null, classId: null, language: 'fr', trade: 'food', place: '', name: 'Annick' },
			contact: `${email}, le matin`,
			card: { ...EMPTY_PROBLEM_CARD, wrong, whom: 'Pour moi.', rule: 'Comme hier.' }
		}
	});
	return ((await answer.json()) as { link: string }).link;
}

async function claimProblem(page: Page, wrong: string): Promise<void> {
	await page.goto(`${ownServerOrigin}/fr/problems`);
	await page.getByRole('link', { name: wrong }).click();
	await page.getByRole('button', { name: 'Laisser entrer' }).click();
	await page.getByRole('button', { name: 'Prendre ce problème' }).click();
	await expect(page.getByRole('button', { name: 'Rendre ce problème' })).toBeVisible();
}

async function eraseContact(page: Page, link: string): Promise<void> {
	await page.goto(`${ownServerOrigin}/fr/follow/${link}`);
	await page.getByText('Effacer mes coordonnées').click();
	await page.getByRole('button', { name: 'Oui, effacer' }).click();
	await expect(page.getByText('C’est effacé')).toBeVisible();
}

test(
	'an adult who forgot the password gets a link by mail, which works once; an unknown address gets nothing',
	{ tag: '@soak' },
	async ({ page }) => {
		const [email, unknownEmail] = [createEmailAddress(), createEmailAddress()];
		await signUpAsCurator(page, 'Mme Oubli', email);
		await page.context().clearCookies();

		for (const address of [unknownEmail, email]) {
			await page.goto(`${ownServerOrigin}/fr/forgot`);
			await page.getByLabel('Adresse e-mail').fill(address);
			await page.getByRole('button', { name: 'Recevoir un lien' }).click();
			await expect(page.getByRole('status')).toBeVisible();
		}
		await expect.poll(() => findMailsTo(email).length).toBe(1);
		expect(findMailsTo(unknownEmail)).toEqual([]);
		const [mail] = findMailsTo(email);
		expect(mail?.text).toContain('From: Braise <braise@lycee-horizon.fr>');
		const link = /https?:\/\/\S+\/reset\/[0-9a-f]+/.exec(mail?.text ?? '')?.[0] ?? '';
		expect(link).toContain(`${ownServerOrigin}/fr/reset/`);

		await page.goto(link);
		await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe');
		await page.getByRole('button', { name: 'Enregistrer' }).click();
		await page.getByLabel('Adresse e-mail').fill(email);
		await page.getByLabel('Mot de passe').fill('un autre mot de passe');
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await expect(page.getByText('Mme Oubli', { exact: true })).toBeVisible();
		await page.goto(link);
		await expect(page.getByText('Ce lien a déjà servi')).toBeVisible();
	}
);

test(
	'a teller gets mail about a claim without the told text, and none after erasing their contact',
	{ tag: '@soak' },
	async ({ page }) => {
		await signUpAsCurator(page, 'M. Courrier', createEmailAddress());
		const [contributor, erasedContributor, laterContributor] = [
			createEmailAddress(),
			createEmailAddress(),
			createEmailAddress()
		];
		const wrong = 'Il reste du pain le lundi.';
		const link = await tellProblem(page, wrong, contributor);
		await page.goto(`${ownServerOrigin}/fr/follow/${link}`);
		await expect(page.getByText('Un court message vous prévient')).toBeVisible();
		await claimProblem(page, wrong);
		await expect(page.getByText('Un e-mail prévient cette personne')).toBeVisible();
		await expect.poll(() => findMailsTo(contributor).length).toBe(1);
		const [mail] = findMailsTo(contributor);
		expect(mail?.text).toContain('a pris votre problème');
		expect(mail?.text).toContain(`${ownServerOrigin}/fr/follow/`);
		for (const secret of [link, wrong, 'Annick']) expect(mail?.text).not.toContain(secret);

		await eraseContact(page, link);
		await page.goto(`${ownServerOrigin}/fr/problems`);
		await page.getByRole('link', { name: wrong }).click();
		await expect(page.getByText('n’a laissé ni nom ni adresse')).toBeVisible();
		await expect(page.getByText('Un e-mail prévient cette personne')).toHaveCount(0);

		// The next mail about this problem would come only after an hour, so the contact of another problem is erased before its
		// first mail.
		const erasedWrong = 'Il manque des tartes le mardi.';
		await eraseContact(page, await tellProblem(page, erasedWrong, erasedContributor));
		await claimProblem(page, erasedWrong);
		// Mails leave in the order of the claims: when this mail has come, a mail to the erased address would have come too.
		const laterWrong = 'Il manque des brioches le jeudi.';
		await tellProblem(page, laterWrong, laterContributor);
		await claimProblem(page, laterWrong);
		await expect.poll(() => findMailsTo(laterContributor).length).toBe(1);
		expect(findMailsTo(erasedContributor)).toEqual([]);
		expect(findMailsTo(contributor)).toHaveLength(1);
	}
);
