/** Reads text fields of a form that a browser sent. */
const MOST_FORM_FIELD_CHARACTERS = 2000;

/**
 * Returns a field's text; an empty text when the field is missing, is a file, or contains a NUL character, which databases
 * refuse.
 */
export function readFormText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' && !value.includes('\0') ? value.slice(0, MOST_FORM_FIELD_CHARACTERS) : '';
}
