import { fail } from '@sveltejs/kit';
import { cleanApplicationText } from '#lib/domain/account.ts';
import { readAdultForm } from '#lib/server/auth/adult-form.ts';
import { applyForAccount } from '#lib/server/auth/adults.ts';
import { HASH_QUEUE_RETRY_SECONDS, HashQueueFull } from '#lib/server/auth/hash-queue.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions } from './$types';

export const actions: Actions = {
	// Applies for an account. Answers alike when the email address already has one, so that no account is revealed.
	async default({ request, setHeaders }) {
		const form = await request.formData();
		const adultForm = readAdultForm(form);
		const application = readFormText(form, 'application');
		if (!adultForm.newAdult) return fail(400, { given: adultForm.given, errors: adultForm.errors, application });
		const failForNow = (status: 429 | 503, seconds: number, message: string) => {
			setHeaders({ 'retry-after': String(seconds) });
			const { name, email } = adultForm.newAdult;
			return fail(status, { given: { name, email }, errors: { email: message }, application });
		};
		try {
			const seconds = await applyForAccount(adultForm.newAdult, cleanApplicationText(application));
			return seconds > 0 ? failForNow(429, seconds, m.sign_up_wait({ seconds })) : { applied: true };
		} catch (error) {
			if (error instanceof HashQueueFull)
				return failForNow(503, HASH_QUEUE_RETRY_SECONDS, m.adult_busy({ seconds: HASH_QUEUE_RETRY_SECONDS }));
			throw error;
		}
	}
};
