/** Gives each option of a decision a colour, which charts show only beside the option's name. */
const OPTION_COLOURS = [
	'var(--ember)',
	'var(--piste-blue)',
	'var(--pass)',
	'var(--text-quiet)',
	'var(--piste-red)',
	'var(--warn)'
];

export const optionColour = (options: readonly string[], option: string): string =>
	OPTION_COLOURS[Math.max(0, options.indexOf(option)) % OPTION_COLOURS.length] ?? 'var(--text)';
