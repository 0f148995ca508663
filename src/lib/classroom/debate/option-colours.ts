/** Gives each option of a decision a colour, which charts show only beside the option's name. */
const COLOURS = [
	'var(--ember)',
	'var(--piste-blue)',
	'var(--pass)',
	'var(--text-quiet)',
	'var(--piste-red)',
	'var(--warn)'
];

export const optionColour = (options: readonly string[], option: string): string =>
	COLOURS[Math.max(0, options.indexOf(option)) % COLOURS.length] ?? 'var(--text)';
