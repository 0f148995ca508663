/** Errors in plain words for wrong arguments. Without them, such a call would draw nothing and say nothing. */
import { DrawError, type DrawLanguage } from './draw-error.ts';

const guardTexts = {
	fr: {
		missing: (name: string) => `il manque « ${name} ».`,
		notANumber: (name: string) => `« ${name} » vaut NaN : un calcul n’a pas donné de nombre.`,
		text: (name: string, shown: string) => `« ${name} » est le texte ${shown}, il faut un nombre.`,
		other: (name: string, shown: string) => `« ${name} » est ${shown}, il faut un nombre.`,
		colour: (shown: string) => `${shown} n’est pas une couleur. Exemples : 'red', '#f26b21', 128, (255, 200, 0).`,
		unbalanced: 'pop() sans push() avant lui.',
		shape: (name: string) => `${name}() se place entre beginShape() et endShape().`,
		missingPicture: (name: string) => `Il n’y a pas d’image « ${name} » dans ce projet.`,
		awaited: (name: string) =>
			`L’image « ${name} » n’est pas encore arrivée sur cet ordinateur. Avec Internet, relance dans un moment.`,
		pictures: (names: string) => `Il a : ${names}.`,
		noPictures: 'Ajoute-la avec le bouton « Images et sons », au-dessus du code.',
		elsewhere: (name: string) =>
			`Ici, rien ne se charge d’Internet : ${name}. Ajoute l’image au projet avec le bouton « Images et sons ».`,
		picture: (shown: string) =>
			`image(…) : ${shown} n’est pas une image. Écris d’abord : const photo = loadImage('photo.png');`
	},
	en: {
		missing: (name: string) => `“${name}” is missing.`,
		notANumber: (name: string) => `“${name}” is NaN: a calculation did not give a number.`,
		text: (name: string, shown: string) => `“${name}” is the text ${shown}, it must be a number.`,
		other: (name: string, shown: string) => `“${name}” is ${shown}, it must be a number.`,
		colour: (shown: string) => `${shown} is not a colour. Examples: 'red', '#f26b21', 128, (255, 200, 0).`,
		unbalanced: 'pop() without a push() before it.',
		shape: (name: string) => `${name}() stands between beginShape() and endShape().`,
		missingPicture: (name: string) => `There is no picture “${name}” in this project.`,
		awaited: (name: string) =>
			`The picture “${name}” has not reached this computer yet. With the internet, run again in a moment.`,
		pictures: (names: string) => `It has: ${names}.`,
		noPictures: 'Add it with the button “Pictures and sounds”, above the code.',
		elsewhere: (name: string) =>
			`Nothing is loaded from the internet here: ${name}. Add the picture to the project with the button “Pictures and sounds”.`,
		picture: (shown: string) =>
			`image(…): ${shown} is not a picture. First write: const photo = loadImage('photo.png');`
	}
} as const;

export interface ArgumentGuard {
	/** Throws unless all `values` are numbers. `names` are the parameters, in the same order. */
	requireNumbers(call: string, names: readonly string[], values: readonly unknown[]): void;
	requireColour(call: string, values: readonly unknown[]): never;
	refuseUnbalancedPop(): never;
	requireOpenShape(call: string): never;
	/** Throws for a picture that the project lacks. `names` are the pictures that it has. */
	refuseMissingPicture(name: string, names: readonly string[]): never;
	refuseAwaitedPicture(name: string): never;
	refusePicture(value: unknown): never;
}

function showValue(value: unknown): string {
	if (typeof value === 'string') return `'${value.length > 20 ? `${value.slice(0, 20)}…` : value}'`;
	if (typeof value === 'function') return 'function';
	if (Array.isArray(value)) return '[…]';
	if (typeof value === 'object' && value !== null) return '{…}';
	return String(value);
}

export function createGuard(language: () => DrawLanguage): ArgumentGuard {
	return {
		requireNumbers(call, names, values) {
			for (let index = 0; index < names.length; index++) {
				const value = values[index];
				if (typeof value === 'number' && value === value) continue;
				const name = names[index] ?? '';
				const said = guardTexts[language()];
				let reason = said.other(name, showValue(value));
				if (value === undefined) reason = said.missing(name);
				else if (typeof value === 'number') reason = said.notANumber(name);
				else if (typeof value === 'string') reason = said.text(name, showValue(value));
				throw new DrawError(
					`${call}(${names.join(', ')}) : ${reason}`.replace(' : ', language() === 'fr' ? ' : ' : ': ')
				);
			}
		},
		requireColour(call, values) {
			throw new DrawError(`${call}: ${guardTexts[language()].colour(values.map(showValue).join(', '))}`);
		},
		refuseUnbalancedPop() {
			throw new DrawError(guardTexts[language()].unbalanced);
		},
		requireOpenShape(call) {
			throw new DrawError(guardTexts[language()].shape(call));
		},
		refuseMissingPicture(name, names) {
			const texts = guardTexts[language()];
			if (/^[a-z]+:/i.test(name)) throw new DrawError(texts.elsewhere(name));
			const hint = names.length > 0 ? texts.pictures(names.join(', ')) : texts.noPictures;
			throw new DrawError(`${texts.missingPicture(name)} ${hint}`);
		},
		refuseAwaitedPicture(name) {
			throw new DrawError(guardTexts[language()].awaited(name));
		},
		refusePicture(value) {
			throw new DrawError(guardTexts[language()].picture(showValue(value)));
		}
	};
}
