import { numberText, timeText } from '../telling/writing.ts';
import type { TableValue, TableFields } from './fields.ts';
import type { LinePoint, LineTotal } from './line-story.ts';
import type { AnsweredTableRow } from './stories.ts';

const MAX_LISTED_SENTENCES = 3;

interface TableRowTexts {
	given: string[];
	returned: string;
	right: string;
}

export function figureText(
	{ value, unit, of }: { value: number; unit: string; of?: number },
	language: string
): string {
	const isFrench = language === 'fr';
	const wholeText = of === undefined ? '' : ` / ${numberText(of, language)}`;
	if (unit === 'cents') {
		const euros = numberText(value / 100, language);
		return isFrench ? `${euros}\u00a0€` : `€${euros}`;
	}
	const signByUnit: Record<string, string> = { minutes: 'min', percent: '%', grams: 'g', kilometres: 'km' };
	const dayWord = isFrench ? (value > 1 ? 'jours' : 'jour') : value === 1 ? 'day' : 'days';
	const sign = unit === 'days' ? dayWord : signByUnit[unit];
	return `${numberText(value, language)}${wholeText}${sign === undefined ? '' : `\u00a0${sign}`}`;
}

export function moneyText(value: number, unit: 'cents' | 'euros', language: string): string {
	const euros = (unit === 'cents' ? value / 100 : value).toFixed(2).replace('-', '−');
	return language === 'fr' ? `${euros.replace('.', ',')}\u00a0€` : `€${euros}`.replace('€−', '−€');
}

export const quoteText = (word: string): string => `'${word}'`;

export function linePointSentence(point: LinePoint, unit: string, language: string, timeWords?: string): string {
	const value = `${numberText(point.value, language)}\u00a0${unit}`;
	const [shown, expected] = [point.answer.shown, quoteText(point.expected)];
	const isRight = point.verdict === 'right';
	if (language === 'fr') {
		const start = timeWords === undefined ? value : `À ${timeWords}, ${value}`;
		const rest = isRight ? ', c’est juste.' : '\u202f; il faut ' + expected + '.';
		return `${start}\u00a0: le programme renvoie ${shown}${rest}`;
	}
	const start = timeWords === undefined ? value : `At ${timeWords}, ${value}`;
	return `${start}: the program returns ${shown}${isRight ? ', which is right.' : `; it should be ${expected}.`}`;
}

export function linePointRemark({ value, answer, verdict }: LinePoint, unit: string, language: string): string {
	const label = `${numberText(value, language)}\u00a0${unit}`;
	if (verdict === 'right') return language === 'fr' ? `${label}\u00a0: ${answer.shown}.` : `${label}: ${answer.shown}.`;
	return language === 'fr'
		? `${label}, et le programme renvoie ${answer.shown}\u202f?!`
		: `${label}, and the program returns ${answer.shown}?!`;
}

export const expectedAnswerSentence = (expected: string, language: string): string =>
	language === 'fr' ? `il faut ${expected}` : `it should be ${expected}`;

export const tableValueText = (value: TableValue, language: string): string =>
	typeof value === 'number'
		? numberText(value, language)
		: typeof value === 'string'
			? quoteText(value)
			: String(value);

export const expectedColumnTitle = (language: string): string => (language === 'fr' ? 'il faut' : 'should be');

export function rowSentence(
	{ given, returned, right }: TableRowTexts,
	names: readonly string[],
	language: string
): string {
	const givenText = names.map((name, index) => `${name} ${given[index] ?? ''}`).join(', ');
	return wrongAnswerSentence(givenText, returned, right, language);
}

export function wrongAnswerSentence(subject: string, shown: string, expected: string, language: string): string {
	const [colon, semicolon] = language === 'fr' ? ['\u00a0:', '\u202f;'] : [':', ';'];
	const returnsPhrase = language === 'fr' ? 'le programme renvoie' : 'the program returns';
	return `${subject}${colon} ${returnsPhrase} ${shown}${semicolon} ${expectedAnswerSentence(expected, language)}.`;
}

export const wrongAnswerRemark = (subject: string, shown: string, language: string): string =>
	language === 'fr'
		? `${subject}, et le programme renvoie ${shown}\u202f?!`
		: `${subject}, and the program returns ${shown}?!`;

export const wrongRowRemark = ({ given, returned }: TableRowTexts, language: string): string =>
	wrongAnswerRemark(given.join(', '), returned, language);

export const oneRightSentence = (language: string): string => (language === 'fr' ? 'C’est juste.' : 'That is right.');

export function rightCountSentence(rightCount: number, count: number, language: string): string {
	if (language === 'fr') return `Le programme a raison ${rightCount} fois sur ${count}.`;
	return `The program is right for ${rightCount} of ${count} values.`;
}

export function totalSentence(name: string, { answer, right, verdict }: LineTotal, language: string): string {
	const [shown, expected] = [answer.shown, numberText(right, language)];
	if (language === 'fr') {
		const rest = verdict === 'right' ? ', c’est juste.' : `\u202f; il faut ${expected}.`;
		return `${name}\u00a0: le programme renvoie ${shown}${rest}`;
	}
	return `${name}: the program returns ${shown}${verdict === 'right' ? ', which is right.' : `; it should be ${expected}.`}`;
}

export const totalRemark = ({ answer, right }: LineTotal, language: string): string =>
	language === 'fr'
		? `${answer.shown}\u202f? Il faut ${numberText(right, language)}.`
		: `${answer.shown}? It should be ${numberText(right, language)}.`;

/** Returns the first sentences of a long list, and a sentence with the number of those left out. */
export function limitSentences(sentences: readonly string[], language: string): string[] {
	const remainingCount = sentences.length - MAX_LISTED_SENTENCES;
	if (remainingCount <= 1) return [...sentences];
	const moreSentence =
		language === 'fr' ? `Et ${remainingCount} autres sont fausses.` : `And ${remainingCount} more are wrong.`;
	return [...sentences.slice(0, MAX_LISTED_SENTENCES), moreSentence];
}

type RowColumns = Pick<TableFields, 'given' | 'times'> & { returns?: string };

const MINUTES_PER_DAY = 24 * 60;

/** Writes the values of a row. In a column of times, numbers are written as hours if they are minutes of a day. */
export function formatTableRow(
	{ given, answer, right }: AnsweredTableRow,
	{ given: columns, returns = '', times = [] }: RowColumns,
	language: string
): TableRowTexts {
	const formatValue = (value: TableValue, column: string) =>
		times.includes(column) && isMinuteOfDay(value) ? timeText(value, language) : tableValueText(value, language);
	const { number, shown } = answer;
	const isTime = times.includes(returns) && isMinuteOfDay(number);
	return {
		given: given.map((value, index) => formatValue(value, columns[index] ?? '')),
		returned: isTime ? formatValue(number, returns) : shown,
		right: formatValue(right, returns)
	};
}

function isMinuteOfDay(value: TableValue | null): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MINUTES_PER_DAY;
}
