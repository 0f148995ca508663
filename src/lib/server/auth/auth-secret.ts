import { randomBytes, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '#lib/server/environment.ts';

/**
 * `start`: the server printed the link when it started; worthless once there is a curator. `command`: a command on the machine printed it.
 */
type WelcomeLinkOrigin = 'start' | 'command';

const CURATOR_WELCOME_LINK_MILLISECONDS = 24 * 60 * 60 * 1000;

export function createCuratorWelcomeLink(origin: WelcomeLinkOrigin): string {
	const { origin: address, port } = environment();
	return `${address ?? `http://localhost:${port}`}/welcome/${createCuratorWelcomeToken(origin)}`;
}

/** Only the link's use is stored, not the token. */
export function createCuratorWelcomeToken(origin: WelcomeLinkOrigin, now = Date.now()): string {
	const payload = `${origin}-${(now + CURATOR_WELCOME_LINK_MILLISECONDS).toString(36)}-${randomBytes(12).toString('hex')}`;
	return `${payload}-${signWelcomePayload(payload)}`;
}

export function isSignedUnexpiredWelcomeToken(token: string, now = Date.now()): boolean {
	const [, payload = '', expires = '', signed = ''] =
		/^((?:start|command)-([0-9a-z]+)-[0-9a-f]+)-([0-9a-f]+)$/.exec(token) ?? [];
	const expectedSignature = Buffer.from(signWelcomePayload(payload));
	const givenSignature = Buffer.from(signed);
	return (
		expectedSignature.length === givenSignature.length &&
		timingSafeEqual(expectedSignature, givenSignature) &&
		Number.parseInt(expires, 36) > now
	);
}

const signWelcomePayload = (payload: string): string =>
	createHmac('sha256', authSecret()).update(`welcome ${payload}`).digest('hex');

let cachedAuthSecret: string | undefined;

export function authSecret(): string {
	const { authSecret, dataFolder } = environment();
	return (cachedAuthSecret ??= authSecret ?? readOrCreateAuthSecret(dataFolder));
}

/** No other user of the machine may read the file. Of processes that start together, the first writes it. */
function readOrCreateAuthSecret(folder: string): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, 'secret');
	try {
		writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	return readFileSync(path, 'utf8').trim();
}
