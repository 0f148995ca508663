import { fail } from '@sveltejs/kit';
import { parseApplication } from '#lib/domain/adult.ts';
import { readAdult } from '#lib/server/auth/adult-form.ts';
import { apply } from '#lib/server/auth/adults.ts';
import { textIn } from '#lib/server/http/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	// The answer is the same for an address that has an account already.
	async default({ request }) {
		const form = await request.formData();
		const read = readAdult(form);
		const application = textIn(form, 'application');
		if (!read.adult) return fail(400, { given: read.given, errors: read.errors, application });
		await apply(read.adult, parseApplication(application));
		return { applied: true };
	}
};
