/** Tests at which addresses the shell is served, and which apps may frame it. */
import { expect, test } from 'vitest';
import { appOriginsFor, shellAddressesFor, type OriginSettings } from './addresses.ts';

const noConfiguredOrigins: OriginSettings = { origin: undefined, sandboxOrigin: undefined };
const listShellOrigins = (app: string, origins: OriginSettings = noConfiguredOrigins) =>
	shellAddressesFor(new URL(app), origins).map((shell) => new URL(shell).origin);

test('on the loopback host the shell has the other loopback name, or else the next port', () => {
	expect(listShellOrigins('http://localhost:3000/fr')).toEqual(['http://127.0.0.1:3000', 'http://localhost:3001']);
	expect(listShellOrigins('http://127.0.0.1:3000/fr')).toEqual(['http://localhost:3000', 'http://127.0.0.1:3001']);
});

test('on a local network the shell is the next port of the same host', () => {
	expect(listShellOrigins('http://192.168.1.20:3000/fr')).toEqual(['http://192.168.1.20:3001']);
	expect(listShellOrigins('http://salle-12.local')).toEqual(['http://salle-12.local:81']);
	expect(listShellOrigins('https://braise.example')).toEqual(['https://braise.example:444']);
});

test('a shell with a site of its own has only that address', () => {
	const origins = { origin: 'https://braise.example', sandboxOrigin: 'https://braise-sandbox.example' };
	expect(listShellOrigins('http://localhost:3000', origins)).toEqual(['https://braise-sandbox.example']);
});

test.each([
	'http://localhost:3000',
	'http://127.0.0.1:3000',
	'http://192.168.1.20:3000',
	'http://[fd00::2]:3000',
	'https://braise.example'
])('each shell of %s lets that app frame it', (app) => {
	const port = Number(new URL(app).port || 443);
	for (const shell of listShellOrigins(app).map((address) => new URL(address))) {
		const role = Number(shell.port) === port ? 'app' : 'shell';
		expect(appOriginsFor(shell, role, noConfiguredOrigins)).toContain(app);
	}
});

test('under a network address, the app’s own port serves no shell', () => {
	expect(appOriginsFor(new URL('http://192.168.1.20:3000'), 'app', noConfiguredOrigins)).toEqual([]);
});

test('a shell never lets its own origin frame it', () => {
	for (const role of ['app', 'shell'] as const) {
		const shell = new URL('http://localhost:3000');
		expect(appOriginsFor(shell, role, noConfiguredOrigins)).not.toContain(shell.origin);
	}
});

test('a shell with a site of its own lets only the public app frame it', () => {
	const origins = { origin: 'https://braise.example', sandboxOrigin: 'https://braise-sandbox.example' };
	expect(appOriginsFor(new URL('https://braise-sandbox.example'), 'shell', origins)).toEqual([
		'https://braise.example'
	]);
});
