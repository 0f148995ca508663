import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CREDENTIAL_FIELD_COMPONENT_PATH = 'src/lib/account/CredentialField.svelte';
const sourceFiles = ['src', 'sandbox']
	.flatMap((room) =>
		readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path.replaceAll('\\', '/')}`)
	)
	.filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('/paraglide/') && !/[.-]tests?\.ts$/.test(path))
	.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** All elements of the app's files that take typed text, with their markup. */
const inputElements = sourceFiles.flatMap(({ path, text }) =>
	[...text.matchAll(/<(input|textarea|[A-Z]\w*)\b(?:=>|\{[^{}]*\}|"[^"]*"|[^>])*>/g)].map(([element, name]) => ({
		path,
		name,
		element
	}))
);

/** Matches the markup of an input for a secret: one that browsers store as a password, or that has the name of a secret here. */
const SECRET_INPUT_MARKUP_PATTERN =
	/type="password"|autocomplete="(?:current-password|new-password|one-time-code)"|name="(?:password|current|next|words|passphrase|code|secret)"/;
const isHidden = (element: string) => element.includes('type="hidden"');

test('each field for a secret is a CredentialField', () => {
	const secretFields = inputElements.filter(
		({ element }) => SECRET_INPUT_MARKUP_PATTERN.test(element) && !isHidden(element)
	);
	expect(
		secretFields.filter(({ name }) => name !== 'CredentialField').map(({ path, element }) => `${path}: ${element}`)
	).toEqual([]);
	expect(secretFields.length).toBeGreaterThanOrEqual(7);
});

test('CredentialField withdraws all frames in its script, before its field is rendered', () => {
	const text = readFileSync(CREDENTIAL_FIELD_COMPONENT_PATH, 'utf8');
	expect(text.indexOf('withdrawAllFrames()')).toBeGreaterThan(-1);
	expect(text.indexOf('withdrawAllFrames()')).toBeLessThan(text.indexOf('</script>'));
});

test('frames are made only in three sandbox clients and EarlyFrame.svelte', () => {
	const paths = sourceFiles
		.filter(({ text }) => /createElement\('iframe'\)|<iframe\b/.test(text))
		.map(({ path }) => path);
	expect(paths.sort()).toEqual([
		'sandbox/run/connection/client.ts',
		'sandbox/run/frame/client.ts',
		'sandbox/run/shell/client.ts',
		'src/lib/workbench/stage/EarlyFrame.svelte'
	]);
});
