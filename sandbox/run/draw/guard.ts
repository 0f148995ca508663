/** Error messages in plain words for wrong arguments, which would otherwise draw nothing. */
export type DrawLanguage = 'fr' | 'en';

class DrawError extends Error {
	override name = 'DrawError';
}

const texts = {
	fr: {
		missing: (name: string) => `il manque « ${name} ».`,
		notANumber: (name: string) => `« ${name} » vaut NaN : un calcul n’a pas donné de nombre.`,
		text: (name: string, shown: string) => `« ${name} » est le texte ${shown}, il faut un nombre.`,
		other: (name: string, shown: string) => `« ${name} » est ${shown}, il faut un nombre.`,
		colour: (shown: string) => `${shown} n’est pas une couleur. Exemples : 'red', '#f26b21', 128, (255, 200, 0).`,
		unbalanced: 'pop() sans push() avant lui.',
		shape: (name: string) => `${name}() se place entre beginShape() et endShape().`
	},
	en: {
		missing: (name: string) => `“${name}” is missing.`,
		notANumber: (name: string) => `“${name}” is NaN: a calculation did not give a number.`,
		text: (name: string, shown: string) => `“${name}” is the text ${shown}, it must be a number.`,
		other: (name: string, shown: string) => `“${name}” is ${shown}, it must be a number.`,
		colour: (shown: string) => `${shown} is not a colour. Examples: 'red', '#f26b21', 128, (255, 200, 0).`,
		unbalanced: 'pop() without a push() before it.',
		shape: (name: string) => `${name}() stands between beginShape() and endShape().`
	}
} as const;

export interface Guard {
	/** Throws unless each of `values` is a number. `names` are the parameters in order. */
	numbers(call: string, names: readonly string[], values: readonly unknown[]): void;
	colour(call: string, values: readonly unknown[]): never;
	unbalanced(): never;
	shape(call: string): never;
}

function show(value: unknown): string {
	if (typeof value === 'string') return `'${value.length > 20 ? `${value.slice(0, 20)}…` : value}'`;
	if (typeof value === 'function') return 'function';
	if (Array.isArray(value)) return '[…]';
	if (typeof value === 'object' && value !== null) return '{…}';
	return String(value);
}

export function createGuard(language: () => DrawLanguage): Guard {
	return {
		numbers(call, names, values) {
			for (let index = 0; index < names.length; index++) {
				const value = values[index];
				if (typeof value === 'number' && value === value) continue;
				const name = names[index] ?? '';
				const said = texts[language()];
				let reason = said.other(name, show(value));
				if (value === undefined) reason = said.missing(name);
				else if (typeof value === 'number') reason = said.notANumber(name);
				else if (typeof value === 'string') reason = said.text(name, show(value));
				throw new DrawError(
					`${call}(${names.join(', ')}) : ${reason}`.replace(' : ', language() === 'fr' ? ' : ' : ': ')
				);
			}
		},
		colour(call, values) {
			throw new DrawError(`${call}: ${texts[language()].colour(values.map(show).join(', '))}`);
		},
		unbalanced() {
			throw new DrawError(texts[language()].unbalanced);
		},
		shape(call) {
			throw new DrawError(texts[language()].shape(call));
		}
	};
}
