/** Tests that mail is sent as plain text to one address, and that permanent refusals are told from temporary ones. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPermanentMailError, sendMail } from './transport.ts';

const receivedMails: { to: string[]; text: string }[] = [];
let smtpServer: SMTPServer;

beforeAll(async () => {
	smtpServer = new SMTPServer({
		hideSTARTTLS: true,
		authOptional: true,
		onRcptTo({ address }, _, done) {
			const code = address.startsWith('nobody') ? 550 : address.startsWith('later') ? 451 : undefined;
			done(code === undefined ? null : Object.assign(new Error('No.'), { responseCode: code }));
		},
		onData(stream, { envelope }, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				receivedMails.push({
					to: envelope.rcptTo.map(({ address }) => address),
					text: Buffer.concat(parts).toString('utf8')
				});
				done();
			});
		}
	});
	const socket = smtpServer.listen(0, '127.0.0.1');
	await once(socket, 'listening');
	const { port } = socket.address() as AddressInfo;
	Object.assign(process.env, { ORIGIN: 'http://localhost:3000', SMTP_URL: `smtp://127.0.0.1:${port}` });
});
afterAll(() => new Promise<void>((resolve) => smtpServer.close(resolve)));

const sendTestMail = (to: string) => sendMail({ to, subject: 'Bonjour', text: 'Du nouveau.\n' });
const catchSendingError = async (to: string): Promise<unknown> => sendTestMail(to).catch((error: unknown) => error);

test('a mail arrives as plain text, at one address', async () => {
	await sendTestMail('annick@four.example');
	expect(receivedMails.map(({ to }) => to)).toEqual([['annick@four.example']]);
	expect(receivedMails[0]?.text).toContain('Content-Type: text/plain');
});

test('a permanent refusal by the mail server is told apart from a temporary one', async () => {
	expect(isPermanentMailError(await catchSendingError('nobody@four.example'))).toBe(true);
	expect(isPermanentMailError(await catchSendingError('later@four.example'))).toBe(false);
	expect(isPermanentMailError(new Error('no answer'))).toBe(false);
	expect(isPermanentMailError(undefined)).toBe(false);
});
