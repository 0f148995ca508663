/** Translates the app's French messages, so that one test can follow a page in each language. */
import { readdirSync, readFileSync } from 'node:fs';

type Language = 'fr' | 'en';

/** Reads the plain messages of a language, by key; those with plurals are left out. */
function readPlainMessages(language: Language): Map<string, string> {
	const files = readdirSync('messages').filter(
		(file) => file === `${language}.json` || file.endsWith(`.${language}.json`)
	);
	return new Map(
		files.flatMap((file) => {
			const messages = JSON.parse(readFileSync(`messages/${file}`, 'utf8')) as Record<string, unknown>;
			return Object.entries(messages).flatMap(([key, text]) =>
				typeof text === 'string' ? [[key, text] as const] : []
			);
		})
	);
}

/** Replaces non-breaking spaces, which French typography needs, by plain ones, as the driver does when it compares texts. */
const normalizeSpaces = (text: string): string => text.replaceAll(/\s/g, ' ');

const PLACEHOLDER_PATTERN = /\{(\w+)\}/g;
const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Makes a pattern that matches the message and captures the value in place of each `{name}`. */
function createMessagePattern(message: string): RegExp {
	const placeholderNames = new Set<string>();
	const parts = message.split(PLACEHOLDER_PATTERN).map((part, at) => {
		if (at % 2 === 0) return escapeForPattern(part);
		if (placeholderNames.has(part)) return `\\k<${part}>`;
		placeholderNames.add(part);
		return `(?<${part}>.+?)`;
	});
	return new RegExp(`^${parts.join('')}$`, 's');
}

const countFixedCharacters = (message: string): number => message.replaceAll(PLACEHOLDER_PATTERN, '').length;

export interface FrenchTextTranslator {
	/**
	 * Returns a French text in the translator's language, with the same values in it. Throws when no message has the French text.
	 */
	translate(french: string): string;
	/** Returns a pattern for the beginning, in the translator's language, of the message that begins with this French text. */
	patternOfTemplate(french: string): RegExp;
}

/** Creates a translator of French texts into `language`. If that is French, texts stay as they are. */
export function createFrenchTextTranslator(language: Language): FrenchTextTranslator {
	const frenchMessages = [...readPlainMessages('fr')].map(([key, message]) => [key, normalizeSpaces(message)] as const);
	const targetMessages = readPlainMessages(language);
	const getTargetMessage = (key: string) => targetMessages.get(key) ?? key;
	return {
		translate(text) {
			if (language === 'fr') return text;
			const [longestHit, ...otherHits] = frenchMessages
				.flatMap(([key, message]) => {
					const match = createMessagePattern(message).exec(normalizeSpaces(text));
					return match === null ? [] : [{ key, length: countFixedCharacters(message), values: match.groups ?? {} }];
				})
				.sort((one, other) => other.length - one.length);
			if (longestHit === undefined || longestHit.length === 0) throw new Error(`No message says “${text}”.`);
			if (
				otherHits.some(
					({ key, length }) =>
						length === longestHit.length && getTargetMessage(key) !== getTargetMessage(longestHit.key)
				)
			)
				throw new Error(`Several messages say “${text}”, and differ in the other language.`);
			return getTargetMessage(longestHit.key).replaceAll(
				PLACEHOLDER_PATTERN,
				(_, name: string) => longestHit.values[name] ?? ''
			);
		},
		patternOfTemplate(text) {
			const match = frenchMessages.find(([, message]) => message.startsWith(normalizeSpaces(text)));
			if (match === undefined) throw new Error(`No message begins with “${text}”.`);
			const templateText = language === 'fr' ? text : (getTargetMessage(match[0]).split('{')[0] ?? '');
			if (templateText === '') throw new Error(`The message that begins with “${text}” begins with a value.`);
			return new RegExp(`^${escapeForPattern(templateText)}`);
		}
	};
}
