/** The signed token that makes who opens it a curator. It needs no database, so a command can print it while the server holds that. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { environment } from '#lib/server/environment.ts';
import { authSecret } from './auth-secret.ts';

/**
 * `start`: the server printed the link when it started; worthless once there is a curator. `command`: a command on the machine printed it.
 */
type WelcomeOrigin = 'start' | 'command';

const WELCOME_MILLISECONDS = 24 * 60 * 60 * 1000;

export function createWelcomeLink(origin: WelcomeOrigin): string {
	const { origin: address, port } = environment();
	return `${address ?? `http://localhost:${port}`}/welcome/${createWelcomeToken(origin)}`;
}

/** Creates the link's token, signed and not stored: only its use is stored. */
export function createWelcomeToken(origin: WelcomeOrigin, now = Date.now()): string {
	const payload = `${origin}-${(now + WELCOME_MILLISECONDS).toString(36)}-${randomBytes(12).toString('hex')}`;
	return `${payload}-${signWelcome(payload)}`;
}

export function isWelcomeSigned(token: string, now = Date.now()): boolean {
	const [, payload = '', expires = '', signed = ''] =
		/^((?:start|command)-([0-9a-z]+)-[0-9a-f]+)-([0-9a-f]+)$/.exec(token) ?? [];
	const expectedSignature = Buffer.from(signWelcome(payload));
	const givenSignature = Buffer.from(signed);
	return (
		expectedSignature.length === givenSignature.length &&
		timingSafeEqual(expectedSignature, givenSignature) &&
		Number.parseInt(expires, 36) > now
	);
}

const signWelcome = (payload: string): string =>
	createHmac('sha256', authSecret()).update(`welcome ${payload}`).digest('hex');
