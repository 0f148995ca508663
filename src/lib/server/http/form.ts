const LONGEST = 2000;

/** A field's text; empty when it is missing or a file. */
export function textIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}
