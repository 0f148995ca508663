/** Tests how the environment variables are parsed and refused. */
import { expect, test } from 'vitest';
import { EnvironmentError, parseEnvironment } from './environment.ts';

test('an empty environment gives every setting its default', () => {
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

test('variables are parsed, and the origin and header name are brought into a canonical form', () => {
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
	['a port that is a word', { PORT: 'three' }, 'PORT'],
	['the highest port, which leaves no next port', { PORT: '65535' }, 'PORT'],
	['port zero', { PORT: '0' }, 'PORT'],
	['an origin with a path', { ORIGIN: 'https://braise.example/app' }, 'ORIGIN'],
	['an origin without a protocol', { ORIGIN: 'braise.example' }, 'ORIGIN'],
	['an origin with another protocol than HTTP', { ORIGIN: 'file:///app' }, 'ORIGIN'],
	['a sandbox origin without ORIGIN', { SANDBOX_ORIGIN: 'https://sandbox.example' }, 'needs ORIGIN'],
	[
		'a sandbox origin on the same host as the site',
		{ ORIGIN: 'https://a.example', SANDBOX_ORIGIN: 'https://a.example:444' },
		'another host'
	],
	['a secret that is too short', { AUTH_SECRET: 'secret' }, '32 characters'],
	['a quota of zero', { ROOM_PERSON: '0' }, 'ROOM_PERSON'],
	['a connection limit that is a word', { MOST_CONNECTIONS: 'many' }, 'MOST_CONNECTIONS'],
	['an invalid teacher domain', { TEACHER_DOMAINS: 'ac-rennes.fr, @lycee' }, '@lycee'],
	['an invalid address of a mail server', { SMTP_URL: 'mail.example' }, 'smtps://'],
	['a mail server without ORIGIN', { SMTP_URL: 'smtps://mail.example' }, 'needs ORIGIN'],
	[
		'an OpenID provider without a client',
		{ ORIGIN: 'https://a.example', OIDC_ISSUER: 'https://id.example' },
		'OIDC_CLIENT_ID'
	],
	[
		'an OpenID provider without ORIGIN',
		{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
		'needs ORIGIN'
	],
	['an invalid header name', { PROTOCOL_HEADER: 'x forwarded' }, 'PROTOCOL_HEADER']
])('%s is refused, and the error says what is wrong', (_, variables, named) => {
	const parseVariables = () => parseEnvironment(variables);
	expect(parseVariables).toThrow(EnvironmentError);
	expect(parseVariables).toThrow(named);
});
