import type { Challenge, ChallengeText, NumberSettingWithStart, NumberSetting } from './challenge.ts';
import { EXERCISE_FOLDER_TEXTS } from './exercise/folder-texts.ts';
import { chooseChallengeTextLanguage, type Language } from './language.ts';
import {
	formatPlainValue,
	dialLabelAndUnit,
	formatValueWithLabel,
	formatValueWithUnit,
	splitIdentifierIntoWords
} from './plain-words.ts';
import { toPlainCheckSentence } from './plain-rule.ts';
import type { ChallengeFact, ValueKind } from './demo.ts';

const HTML_BLOCK_END_PATTERN = /<\/(?:p|li|h[1-6]|tr|blockquote|pre|dt|dd)>|<br\s*\/?>/;
const CHARACTER_BY_HTML_ENTITY: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	'#39': "'",
	nbsp: '\u00a0'
};

export function splitIntoTextBlocks(html: string): string[] {
	return html
		.split(HTML_BLOCK_END_PATTERN)
		.map((block) =>
			block
				.replace(/<\/t[dh]>/g, ' ')
				.replace(/<[^>]*>/g, '')
				.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => CHARACTER_BY_HTML_ENTITY[name] ?? '')
				.replace(/[ \t\n\r]+/g, ' ')
				.trim()
		)
		.filter((block) => /[\p{L}\p{N}]/u.test(block));
}

/**
 * Returns the dials of a challenge: those on the stage of the first step (`hand`), and those of the decision's option that students set
 * themselves (`another`).
 */
export function dialsOfChallenge({ steps, decision }: Challenge): {
	hand: NumberSettingWithStart[];
	another: NumberSettingWithStart[];
} {
	const hand = steps.flatMap((step) => (step.kind === 'discover' ? (step.hand ?? []) : []));
	return { hand, another: decision.another };
}

/**
 * Lists each fact of a challenge once, in the page's language if the challenge is written in it. A sentence that is unchanged in the
 * next version is the same fact. `names`: the program's functions, which the sentences of checks then mention in words.
 */
export function listChallengeFacts(
	challenge: Challenge,
	pageLanguage: Language,
	names: readonly string[] = []
): Omit<ChallengeFact, 'id'>[] {
	const language = chooseChallengeTextLanguage(challenge, pageLanguage);
	const text = challenge.text[language];
	const { hand, another } = dialsOfChallenge(challenge);
	const formatDialRange = ({ id, min, max }: NumberSetting) => {
		const { label, unit } = dialLabelAndUnit(id, text.values[id]);
		const [from, to] = [formatPlainValue(min, language), formatValueWithUnit(max, unit, language)];
		return formatValueWithLabel(label, RANGE_FORMATTER_BY_LANGUAGE[language](from, to), language);
	};
	const wordsByName = new Map(
		names.map((name) => [name, uncapitalise(text.labels[name] ?? splitIdentifierIntoWords(name))])
	);
	const options = challenge.decision.options.map((id) => {
		const { title = id, body = '' } = text.options[id] ?? {};
		return [title, ...splitIntoTextBlocks(body)].join(' — ');
	});
	const storyBlocks = splitIntoTextBlocks(briefOrTasksOf(challenge, text));
	const isSummaryInStory = storyBlocks.some((block) => block.startsWith(text.summary));
	const groups = {
		story: [
			`${text.person.name}, ${text.person.role}`,
			...[...(isSummaryInStory ? [] : [text.summary]), ...storyBlocks]
				.map(removeOuterQuotes)
				.filter((words) => !words.endsWith('?'))
		],
		rule: Object.values(text.checks).map((sentence) => toPlainCheckSentence(sentence, wordsByName, language)),
		figures: [...[...hand, ...another].map(formatDialRange), ...options],
		sources: splitIntoTextBlocks(text.sources).filter((words) => words !== EXERCISE_FOLDER_TEXTS[language].sources)
	};
	const allFacts = Object.entries(groups).flatMap(([group, texts]) =>
		texts.map((each) => ({ group: group as ChallengeFact['group'], text: each.trim() }))
	);
	const factByText = new Map(allFacts.map((fact) => [`${fact.group}\n${fact.text}`, fact]));
	return [...factByText.values()].filter(({ text: words }) => /[\p{L}\p{N}]/u.test(words));
}

/** Returns the text that tells the problem: a challenge's brief, or the tasks of an exercise, which has no brief. */
function briefOrTasksOf({ steps }: Challenge, text: ChallengeText): string {
	if (text.brief !== '') return text.brief;
	return steps.flatMap(({ id, kind }) => (kind === 'build' ? (text.steps[id]?.task ?? '') : '')).join('');
}

/**
 * Removes quotation marks around a whole paragraph, because a person's speech may continue over several paragraphs. Quotations
 * inside a paragraph stay.
 */
function removeOuterQuotes(words: string): string {
	const quotedWhole = /^[«“"]\s*([^«»“”"]*)[»”"]?$/u.exec(words) ?? /^([^«»“”"]*)[»”"]$/u.exec(words);
	return (quotedWhole?.[1] ?? words).trim();
}

/** Begins a label with a small letter, as within a sentence; an abbreviation in capitals stays. */
const uncapitalise = (label: string): string =>
	/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const RANGE_FORMATTER_BY_LANGUAGE = {
	fr: (from: string, to: string) => `de ${from} à ${to}`,
	en: (from: string, to: string) => `${from} to ${to}`
} as const;

interface FunctionSignature {
	name: string;
	parameters: { name: string; kind: ValueKind }[];
	returns: ValueKind;
}

/**
 * Matches an exported function. No two parts of the pattern can match the same text, so that matching stays fast for any author's text,
 * however long.
 */
const EXPORTED_FUNCTION_PATTERN = /^export\s+function\s+([A-Za-z_$][\w$]*)\s*\(([^()]*)\)\s*(?::([^{]{1,300}))?\{/gm;
const PARAMETER_PATTERN = /^([A-Za-z_$][\w$]*)\s*(?::([^=]*))?(?:=.*)?$/s;
const TEXT_LITERALS_PATTERN = /^(?:'[^']*'|"[^"]*")(?:\s*\|\s*(?:'[^']*'|"[^"]*"))*$/;
const VALUE_KIND_BY_TYPE = new Map<string, ValueKind>([
	['number', 'number'],
	['string', 'text'],
	['boolean', 'yes-no'],
	['number[]', 'numbers'],
	['readonly number[]', 'numbers'],
	['Array<number>', 'numbers']
]);

/** Returns the functions that take and return only numbers, texts, yes or no, lists of numbers or undeclared types. */
export function findPlainFunctionSignatures(program: string): FunctionSignature[] {
	return [...program.matchAll(EXPORTED_FUNCTION_PATTERN)].flatMap(([, name = '', list = '', returned]) => {
		const parameters = list
			.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== '')
			.map(readParameter);
		const returns = valueKindOf(returned);
		const plainParameters = parameters.filter((each) => each !== undefined);
		if (returns === undefined || plainParameters.length < parameters.length || plainParameters.length === 0) return [];
		return [{ name, parameters: plainParameters, returns }];
	});
}

function readParameter(text: string): FunctionSignature['parameters'][number] | undefined {
	const [, name, type] = PARAMETER_PATTERN.exec(text) ?? [];
	const kind = valueKindOf(type);
	return name === undefined || kind === undefined ? undefined : { name, kind };
}

function valueKindOf(type: string | undefined): ValueKind | undefined {
	if (type === undefined) return 'any';
	const typeText = type.trim();
	return VALUE_KIND_BY_TYPE.get(typeText) ?? (TEXT_LITERALS_PATTERN.test(typeText) ? 'text' : undefined);
}
