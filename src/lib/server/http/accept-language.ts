import { LANGUAGES, type Language } from '#lib/domain/language.ts';

/** Returns the supported language that the header prefers, or French, the product's first language. */
export function preferredLanguage(header: string | null): Language {
	const wishes = (header ?? '')
		.split(',')
		.map((part) => part.trim().toLowerCase().split(';'))
		.map(([tag = '', ...parameters]) => ({ tag, weight: weightOf(parameters) }))
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	for (const { tag } of wishes) {
		const language = LANGUAGES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
		if (language) return language;
	}
	return 'fr';
}

function weightOf(parameters: string[]): number {
	const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
	const weight = quality === undefined ? 1 : Number(quality.slice(2));
	return Number.isFinite(weight) ? weight : 0;
}
