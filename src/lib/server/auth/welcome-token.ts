/** Signs the token that makes a person a curator, without the database, which the running server may hold. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { environment } from '#lib/server/environment.ts';
import { authSecret } from './auth-secret.ts';

/**
 * `start`: the server printed the link when it started; worthless once there is a curator. `command`: a command on the machine printed it.
 */
type WelcomeLinkOrigin = 'start' | 'command';

const CURATOR_WELCOME_LINK_MILLISECONDS = 24 * 60 * 60 * 1000;

export function createCuratorWelcomeLink(origin: WelcomeLinkOrigin): string {
	const { origin: address, port } = environment();
	return `${address ?? `http://localhost:${port}`}/welcome/${createCuratorWelcomeToken(origin)}`;
}

/** Creates the signed token of a welcome link. Only its use is stored, not the token. */
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
