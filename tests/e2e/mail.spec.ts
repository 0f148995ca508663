/** Resets a forgotten password with a mail from the app to an SMTP server. */
import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect, test } from '../test.ts';
import { startServer, type ServedApp } from '../bench/server.ts';
import { port } from '../servers.ts';
import { newAddress, PASSWORD } from './persons.ts';

interface Mail {
	to: string[];
	text: string;
}
const mails: Mail[] = [];
let smtp: SMTPServer;
let server: ServedApp;
let folder: string;

/** Decodes quoted-printable text: joins folded lines and reads the bytes as UTF-8. */
function readable(body: string): string {
	const joined = body.replace(/=\r?\n/g, '');
	const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'braise-mail-'));
	smtp = new SMTPServer({
		hideSTARTTLS: true,
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _, done) =>
			username === 'braise' && password === 'secret' ? done(null, { user: username }) : done(new Error('Who are you?')),
		onData(stream, { envelope }, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				mails.push({
					to: envelope.rcptTo.map(({ address }) => address),
					text: readable(Buffer.concat(parts).toString('latin1'))
				});
				done();
			});
		}
	});
	const socket = smtp.listen(0, '127.0.0.1');
	await once(socket, 'listening');
	const { port: smtpPort } = socket.address() as AddressInfo;
	server = await startServer(port + 20, {
		DATA_FOLDER: folder,
		ORIGIN: `http://localhost:${port + 20}`,
		SMTP_URL: `smtp://braise:secret@127.0.0.1:${smtpPort}`,
		MAIL_FROM: 'Braise <braise@lycee-horizon.fr>'
	});
});
test.afterAll(async () => {
	await server.close();
	await new Promise<void>((resolve) => smtp.close(resolve));
	await rm(folder, { recursive: true, force: true });
});

test('an adult who forgot the password gets a link by mail, which works once; an unknown address gets nothing', async ({
	page
}) => {
	const base = `http://localhost:${server.port}`;
	const welcome = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/curator.ts', '--link'], {
		encoding: 'utf8',
		env: { ...process.env, PORT: String(server.port), ORIGIN: '', DATA_FOLDER: folder }
	});
	const email = newAddress();
	await page.goto(base + new URL(welcome.trim()).pathname);
	await page.getByLabel('Nom affiché').fill('Mme Oubli');
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill(PASSWORD);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page.getByText('Mme Oubli', { exact: true })).toBeVisible();
	await page.context().clearCookies();

	for (const address of [newAddress(), email]) {
		await page.goto(`${base}/fr/forgot`);
		await page.getByLabel('Adresse e-mail').fill(address);
		await page.getByRole('button', { name: 'Recevoir un lien' }).click();
		await expect(page.getByRole('status')).toBeVisible();
	}
	await expect.poll(() => mails.length).toBe(1);
	const [mail] = mails;
	expect(mail?.to).toEqual([email]);
	expect(mail?.text).toContain('From: Braise <braise@lycee-horizon.fr>');
	const link = /https?:\/\/\S+\/reset\/[0-9a-f]+/.exec(mail?.text ?? '')?.[0] ?? '';
	expect(link).toContain(`${base}/fr/reset/`);

	await page.goto(link);
	await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill('un autre mot de passe');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByText('Mme Oubli', { exact: true })).toBeVisible();
	await page.goto(link);
	await expect(page.getByText('Ce lien a déjà servi')).toBeVisible();
});
