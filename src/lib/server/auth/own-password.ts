/** Lets a signed-in person change their own password, which signs them out in every other browser. */
import { APIError } from 'better-auth/api';
import { ADULT_SIGN_IN_LIMIT, countAttempt, attemptKey, forgetAttempts } from '#lib/server/rate-limit/attempts.ts';
import { applySetCookieHeaders, pickCookieHeaders } from './cookies.ts';
import { runInHashLane } from './hash-queue.ts';
import { findAccountPasswordHash, rememberBrowser } from './known-browser.ts';
import { isHttpsRequest, authLibrary } from './auth-library.ts';
import type { SignInResult } from './sign-in.ts';
import type { RequestParts } from './request-parts.ts';

/** Changes a person's own password after checking the current one, and signs out every other browser. */
export async function changePassword(
	event: RequestParts,
	account: string,
	currentPassword: string,
	newPassword: string
): Promise<SignInResult> {
	const key = attemptKey('adult', account);
	const seconds = await countAttempt(key, ADULT_SIGN_IN_LIMIT);
	if (seconds > 0) return { kind: 'wait', seconds };
	try {
		const { headers } = await runInHashLane('known', () =>
			authLibrary(isHttpsRequest(event.url)).api.changePassword({
				body: { currentPassword: currentPassword, newPassword: newPassword, revokeOtherSessions: true },
				headers: pickCookieHeaders(event.request),
				returnHeaders: true
			})
		);
		const holder = await findAccountPasswordHash(account);
		if (holder) rememberBrowser(event, holder);
		applySetCookieHeaders(event.cookies, headers);
		await forgetAttempts(key);
		return { kind: 'in' };
	} catch (error) {
		if (error instanceof APIError) return { kind: 'wrong' };
		throw error;
	}
}
