const LONGEST = 2000;

/** A field's text; empty when it is missing, a file, or holds the one character that no database can. */
export function textIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' && !value.includes('\0') ? value.slice(0, LONGEST) : '';
}
