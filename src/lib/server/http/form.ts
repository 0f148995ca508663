const LONGEST_FIELD = 2000;

/** Returns a field's text, or an empty text when it is missing, a file, or holds NUL, which no database stores. */
export function readFormText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' && !value.includes('\0') ? value.slice(0, LONGEST_FIELD) : '';
}
