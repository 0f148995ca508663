/** Form actions for arriving by an invitation or by the welcome link. */
import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readAdultForm } from './adult-form.ts';
import { homePathOfAccount, homePathOfEmail } from './own-home.ts';
import { admitByLink, promoteByLink, type AdmissionLink } from './adults.ts';
import { signInAdult } from './sign-in.ts';
import type { RequestParts } from './request-parts.ts';

export async function admitNewAdult(event: RequestParts, key: AdmissionLink) {
	const form = await event.request.formData();
	const adultForm = readAdultForm(form);
	if (!adultForm.newAdult) return fail(400, { given: adultForm.given, errors: adultForm.errors });
	const admission = await admitByLink(key, adultForm.newAdult);
	if (admission.kind === 'spent') return fail(400, { given: adultForm.given, errors: { name: m.link_spent() } });
	if (admission.kind === 'taken') return fail(400, { given: adultForm.given, errors: { email: m.link_taken() } });
	await signInAdult(event, adultForm.newAdult.email, adultForm.newAdult.password, form.has('remember'));
	redirect(303, await homePathOfEmail(adultForm.newAdult.email));
}

export async function promoteSignedInAdult(event: RequestParts, key: AdmissionLink) {
	const { person } = event.locals;
	if (!person || person.role === 'student')
		return fail(400, { given: undefined, errors: { name: m.access_sign_in() } });
	const admission = await promoteByLink(key, person.id);
	if (admission.kind !== 'in') return fail(400, { given: undefined, errors: { name: m.link_spent() } });
	redirect(303, await homePathOfAccount(person.id));
}
