import { CHALLENGE_MANIFEST_FILE } from '#lib/domain/challenge-folder.ts';
import { createCaseExample, type CaseExample, type CaseValue } from '#lib/domain/case-example.ts';
import { EMPTY_EXERCISE_EXAMPLE, type ExerciseExample } from '#lib/domain/exercise/exercise.ts';
import { findFirstPlainSentence, escapeHeadings } from '#lib/domain/exercise/markdown-sections.ts';
import { formatExampleValueCode, formatExampleCell, formatExampleCells } from '#lib/domain/exercise/example-values.ts';
import { writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import type { Language } from '#lib/domain/language.ts';
import { LONGEST_PROJECT_TITLE } from '#lib/domain/project.ts';
import { problemCardTitle, type ProblemCard } from '#lib/domain/problem-card.ts';
import { newStudioId } from '#lib/domain/identity.ts';
import type { Files } from '#sandbox/contract.ts';
import { EMPTY_EXERCISE } from './templates.ts';

const CARD_FOLDER_TEXTS = {
	fr: {
		open: '« ',
		close: '\u00a0»',
		rule: 'La règle : ',
		help: 'Tu m’aides\u202f?',
		told: 'La règle est celle que la personne nous a racontée',
		good: 'Le cas de la carte où tout va bien'
	},
	en: {
		open: '“',
		close: '”',
		rule: 'The rule: ',
		help: 'Will you help me?',
		told: 'The rule is the one that the person told us',
		good: 'The case of the card where all goes well'
	}
} as const;
/** A problem's card with the language in which the card was written, which may differ from the folder's language. */
export interface CardWithLanguage {
	card: ProblemCard;
	language: Language;
}

const BUILD_CHECKS_FILE = 'checks/build.yaml';

/** Fills a small challenge's texts from a card, and adds the case where all goes well to the challenge's examples. */
export function fillFolderFromCard(files: Files, toldCard: CardWithLanguage, language: Language): Files {
	const card = prepareCardTexts(toldCard.card);
	const textPath = `text.${language}.md`;
	const cardWords = CARD_FOLDER_TEXTS[language];
	const brief = [card.wrong, card.whom, `${cardWords.rule}${card.rule}`, cardWords.help]
		.map(escapeHeadings)
		.join('\n\n');
	const text = (files[textPath] ?? '').replace(
		/^# .*\n+[^#]*/,
		() => `# ${folderTitleFromCard(card)}\n\n${findFirstPlainSentence(card.wrong)}\n\n`
	);
	const textWithBrief = changeTextSection(text, 'brief', () => `${cardWords.open}${brief}${cardWords.close}`);
	const textWithDecision =
		card.decides === ''
			? textWithBrief
			: changeTextSection(textWithBrief, 'decision', (body) => `${escapeHeadings(card.decides)}\n\n${body}`);
	const textWithSources = changeTextSection(textWithDecision, 'sources', (body) => `${body}\n- ${cardWords.told}.`);
	const filledFiles = { ...files, [textPath]: textWithSources, ...writeGoodCaseCheck(files, toldCard, cardWords.good) };
	return replaceNamesByCardWords(filledFiles, textPath, createCaseExample(card.cases, toldCard.language));
}

/** Replaces the program's variable names, which stand as labels, dials and units in a new folder, by the card's words. */
function replaceNamesByCardWords(files: Files, textPath: string, example: CaseExample | undefined): Files {
	let [text, manifestText] = [files[textPath] ?? '', files[CHALLENGE_MANIFEST_FILE] ?? ''];
	for (const [name, { label, unit }] of Object.entries(example?.words ?? {})) {
		// Skip a label with other characters, which could have a meaning in Markdown.
		if (!PLAIN_LABEL_PATTERN.test(label)) continue;
		const labelText = label.replaceAll("'", '’');
		text = text
			.replace(new RegExp(`^- ${name}: ${name}$`, 'm'), () => `- ${name}: ${labelText}`)
			.replace(new RegExp(`^- ${name}: .* \\| ${name}$`, 'm'), () => `- ${name}: ${labelText} | ${unit}`.trimEnd());
		if (unit !== '')
			manifestText = manifestText.replace(
				new RegExp(`^( +unit: )${name}$`, 'm'),
				(_, key: string) => key + JSON.stringify(unit)
			);
	}
	return { ...files, [textPath]: text, ...(manifestText === '' ? {} : { [CHALLENGE_MANIFEST_FILE]: manifestText }) };
}
const PLAIN_LABEL_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N} ’'(),.?-]*$/u;
/** Adds the card's case where all goes well to the examples. If the program returns something else, the check reports it. */
function writeGoodCaseCheck(files: Files, { card, language }: CardWithLanguage, because: string): Files {
	const example = createCaseExample(card.cases, language);
	const checksText = files[BUILD_CHECKS_FILE];
	// The case is an example of this function only: skip it when the teacher named another function in the form.
	if (!example || checksText === undefined || !new RegExp(`^\\s+function: ${example.function}$`, 'm').test(checksText))
		return {};
	const check = { because, function: example.function, examples: [[...example.good.given, example.good.returns]] };
	return { [BUILD_CHECKS_FILE]: `${checksText.trimEnd()}\n- ${JSON.stringify(check)}\n` };
}

export function makeExerciseFromCard(toldCard: CardWithLanguage, language: Language): Files {
	const card = prepareCardTexts(toldCard.card);
	const example = createCaseExample(card.cases, toldCard.language);
	return writeExerciseFolder({
		...EMPTY_EXERCISE,
		id: newStudioId({ isExercise: true }),
		language,
		title: folderTitleFromCard(card),
		brief: [card.wrong, `${CARD_FOLDER_TEXTS[language].rule}${card.rule}`].join('\n\n'),
		start: example ? writeStartProgram(example) : '',
		examples: example ? [exerciseExampleOfCase(example, 'good'), exerciseExampleOfCase(example, 'bad')] : []
	});
}

/**
 * Replaces straight apostrophes by typographic ones, which the folder's check demands, and makes each line a paragraph, because
 * Markdown would join lines.
 */
function prepareCardTexts(card: ProblemCard): ProblemCard {
	const prepareText = (text: string) => text.replaceAll("'", '’').replace(/[ \t]*\r?\n\s*/g, '\n\n');
	const { wrong, whom, rule, decides } = card;
	return {
		...card,
		wrong: prepareText(wrong),
		whom: prepareText(whom),
		rule: prepareText(rule),
		decides: prepareText(decides)
	};
}

const folderTitleFromCard = (card: ProblemCard): string =>
	problemCardTitle(card).replace(/\.$/, '').slice(0, LONGEST_PROJECT_TITLE);

function writeStartProgram({ function: name, parameters, good }: CaseExample): string {
	const typedParameters = parameters.map((parameter, at) => `${parameter}: ${typeof good.given[at]}`);
	const placeholderByType: Record<string, CaseValue> = { number: 0, boolean: false, string: '' };
	const placeholderCode = formatExampleValueCode(placeholderByType[typeof good.returns] ?? '');
	return `export function ${name}(${typedParameters.join(', ')}): ${typeof good.returns} {\n\treturn ${placeholderCode};\n}\n`;
}

const exerciseExampleOfCase = (example: CaseExample, side: 'good' | 'bad'): ExerciseExample => ({
	...EMPTY_EXERCISE_EXAMPLE,
	function: example.function,
	given: formatExampleCells(example[side].given),
	returns: formatExampleCell(example[side].returns)
});

/** Changes the text of a section: from its `##` heading to the next heading of the same level. */
function changeTextSection(text: string, id: string, change: (body: string) => string): string {
	const sectionPattern = new RegExp(`^(## ${id}\\b.*\\n)([^]*?)(?=^## |$(?![^]))`, 'm');
	return (
		text
			.replace(sectionPattern, (_, heading: string, body: string) => `${heading}\n${change(body.trim())}\n\n`)
			.trimEnd() + '\n'
	);
}
