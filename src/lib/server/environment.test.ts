/** Tests how the environment variables are parsed and refused. */
import { expect, test } from 'vitest';
import { EnvironmentError, parseEnvironment } from './environment.ts';

test('an empty environment is a complete one', () => {
	expect(parseEnvironment({})).toEqual({
		port: 3000,
		host: undefined,
		origin: undefined,
		sandboxOrigin: undefined,
		protocolHeader: undefined,
		databaseUrl: undefined,
		dataFolder: 'data',
		authSecret: undefined,
		teacherDomains: [],
		smtpUrl: undefined,
		mailFrom: 'Braise <braise@localhost>',
		contact: undefined,
		openId: undefined,
		quotaBytes: { person: 20_000_000, all: 4_000_000_000 },
		mostConnections: 2000
	});
});

test('values are read and made canonical', () => {
	const environment = parseEnvironment({
		PORT: '8080',
		HOST: '127.0.0.1',
		ORIGIN: 'https://braise.example/',
		SANDBOX_ORIGIN: 'https://braise-sandbox.example',
		PROTOCOL_HEADER: 'X-Forwarded-Proto',
		ROOM_PERSON: '30',
		MOST_CONNECTIONS: '100'
	});
	expect(environment).toEqual({
		port: 8080,
		host: '127.0.0.1',
		origin: 'https://braise.example',
		sandboxOrigin: 'https://braise-sandbox.example',
		databaseUrl: undefined,
		dataFolder: 'data',
		authSecret: undefined,
		teacherDomains: [],
		smtpUrl: undefined,
		mailFrom: 'Braise <braise@localhost>',
		openId: undefined,
		protocolHeader: 'x-forwarded-proto',
		quotaBytes: { person: 30_000_000, all: 4_000_000_000 },
		mostConnections: 100
	});
});

test.each([
	['a word for a port', { PORT: 'three' }, 'PORT'],
	['no room for the next port', { PORT: '65535' }, 'PORT'],
	['port zero', { PORT: '0' }, 'PORT'],
	['an address with a path', { ORIGIN: 'https://braise.example/app' }, 'ORIGIN'],
	['an address without a protocol', { ORIGIN: 'braise.example' }, 'ORIGIN'],
	['another protocol', { ORIGIN: 'file:///app' }, 'ORIGIN'],
	['a sandbox that does not know its app', { SANDBOX_ORIGIN: 'https://sandbox.example' }, 'needs ORIGIN'],
	[
		'a sandbox on the same host',
		{ ORIGIN: 'https://a.example', SANDBOX_ORIGIN: 'https://a.example:444' },
		'another host'
	],
	['a secret that is none', { AUTH_SECRET: 'secret' }, '32 characters'],
	['no room at all', { ROOM_PERSON: '0' }, 'ROOM_PERSON'],
	['a word for a number', { MOST_CONNECTIONS: 'many' }, 'MOST_CONNECTIONS'],
	['a domain that is none', { TEACHER_DOMAINS: 'ac-rennes.fr, @lycee' }, '@lycee'],
	['a mail server that is none', { SMTP_URL: 'mail.example' }, 'smtps://'],
	['mail with links to nowhere certain', { SMTP_URL: 'smtps://mail.example' }, 'needs ORIGIN'],
	[
		'a provider without its client',
		{ ORIGIN: 'https://a.example', OIDC_ISSUER: 'https://id.example' },
		'OIDC_CLIENT_ID'
	],
	[
		'a provider that does not know its app',
		{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
		'needs ORIGIN'
	],
	['a header that is none', { PROTOCOL_HEADER: 'x forwarded' }, 'PROTOCOL_HEADER']
])('%s is refused, and named', (_, variables, named) => {
	const parse = () => parseEnvironment(variables);
	expect(parse).toThrow(EnvironmentError);
	expect(parse).toThrow(named);
});
