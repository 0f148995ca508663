/** Returns a text that is a path of this app, else `otherwise`, so that redirects never leave the site. */
export function toLocalRedirectPath(text: string | null, otherwise: string): string {
	if (text === null || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, 'http://here.invalid')) return otherwise;
	const url = new URL(text, 'http://here.invalid');
	// A path like `/.//other` becomes `//other` when parsed, which names another host.
	const isHere = url.origin === 'http://here.invalid' && !url.pathname.startsWith('//');
	return isHere ? url.pathname + url.search : otherwise;
}

const MOST_FORM_FIELD_CHARACTERS = 2000;

/** An empty text when the field is missing, is a file, or contains a NUL character, which databases refuse. */
export function readFormText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' && !value.includes('\0') ? value.slice(0, MOST_FORM_FIELD_CHARACTERS) : '';
}
