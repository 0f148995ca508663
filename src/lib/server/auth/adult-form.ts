/** Reads the form fields of a new adult and words the errors. */
import { m } from '#lib/paraglide/messages.js';
import { parseAdult, SHORTEST_PASSWORD, type AdultField, type NewAdult } from '#lib/domain/account.ts';
import { readFormText } from '#lib/server/http/form.ts';

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
