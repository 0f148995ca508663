import { m } from '#lib/paraglide/messages.js';
import { parseAdult, SHORTEST_PASSWORD, type AdultField, type NewAdult, parseEmail } from '#lib/domain/account.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { fail, redirect } from '@sveltejs/kit';
import { admitByLink, promoteByLink, type AdmissionLink } from './adults.ts';
import { signInAdult } from './sign-in.ts';
import type { RequestParts } from './cookies.ts';
import { eq, type SQL } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { database, schema } from '#lib/server/db/index.ts';

export const homePathOfRole = (role: Role | undefined): string =>
	localizeHref(role === 'partner' ? '/me' : '/challenges');

export const homePathOfEmail = async (email: string): Promise<string> =>
	homePathOfRole(await findAccountRole(eq(schema.account.email, parseEmail(email) ?? '')));

const homePathOfAccount = async (id: string): Promise<string> =>
	homePathOfRole(await findAccountRole(eq(schema.account.id, id)));

async function findAccountRole(condition: SQL): Promise<Role | undefined> {
	const [found] = await database().select({ role: schema.account.role }).from(schema.account).where(condition);
	return found?.role;
}

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

type AdultFieldErrors = Partial<Record<AdultField, string>>;

export type ParsedAdultForm =
	| { newAdult: NewAdult; given: { name: string; email: string } }
	| { newAdult: undefined; given: { name: string; email: string }; errors: AdultFieldErrors };

const ADULT_FIELD_ERROR_TEXTS: Record<AdultField, () => string> = {
	name: () => m.adult_name_empty(),
	email: () => m.adult_email_wrong(),
	password: () => m.adult_password_short({ length: SHORTEST_PASSWORD })
};

export function readAdultForm(form: FormData): ParsedAdultForm {
	const values = { name: readFormText(form, 'name'), email: readFormText(form, 'email') };
	const adult = parseAdult({ ...values, password: readFormText(form, 'password') });
	if (!Array.isArray(adult)) return { newAdult: adult, given: values };
	return {
		newAdult: undefined,
		given: values,
		errors: Object.fromEntries(adult.map((field) => [field, ADULT_FIELD_ERROR_TEXTS[field]()]))
	};
}
