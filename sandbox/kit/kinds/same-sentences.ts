import { quoteText, tableValueText } from './sentences.ts';
import type { RowGroupingFault, GroupedRow, ReceiverShare } from './same-story.ts';
import type { TableRow } from './fields.ts';
import type { LineTotal } from './line-story.ts';

const isFrench = (language: string): boolean => language === 'fr';
const givenValuesText = ({ given }: TableRow, language: string): string =>
	given.map((value) => tableValueText(value, language)).join(', ');

export function rowFaultRemark(row: GroupedRow, fault: RowGroupingFault, language: string): string {
	const ownText = givenValuesText(row, language);
	if (fault.kind === 'apart' || fault.kind === 'confused') {
		const bothTexts = isFrench(language)
			? `${ownText} et ${givenValuesText(fault.earlier, language)}`
			: `${ownText} and ${givenValuesText(fault.earlier, language)}`;
		if (fault.kind === 'apart')
			return isFrench(language) ? `${bothTexts} vont ensemble.` : `${bothTexts} belong together.`;
		return isFrench(language) ? `${bothTexts} ne vont pas ensemble.` : `${bothTexts} do not belong together.`;
	}
	if (fault.kind === 'odd')
		return isFrench(language)
			? `${ownText}, et le programme renvoie ${row.answer.shown}\u202f?!`
			: `${ownText}, and the program returns ${row.answer.shown}?!`;
	if (fault.kind === 'counted')
		return isFrench(language) ? `${ownText} vient pour la première fois.` : `${ownText} comes for the first time.`;
	return isFrench(language) ? `${ownText} est déjà plus haut.` : `${ownText} is there already.`;
}

export function rowFaultSentence(row: GroupedRow, fault: RowGroupingFault, language: string): string {
	const remark = rowFaultRemark(row, fault, language);
	const sentences: Record<RowGroupingFault['kind'], [fr: string, en: string]> = {
		apart: ['Le programme les sépare.', 'The program keeps them apart.'],
		confused: ['Le programme les confond.', 'The program takes them for the same.'],
		counted: ['Le programme dit le contraire.', 'The program says otherwise.'],
		uncounted: ['Le programme ne le dit pas.', 'The program does not say so.'],
		odd: ['Ce n’est ni un texte, ni un nombre.', 'That is neither a text nor a number.']
	};
	const [fr, en] = sentences[fault.kind];
	return `${remark} ${isFrench(language) ? fr : en}`;
}

export function repeatCountSentence(name: string, { answer, right, verdict }: LineTotal, language: string): string {
	const isRight = verdict === 'right';
	if (isFrench(language))
		return `${name}\u00a0: le programme en trouve ${answer.shown}${isRight ? ', c’est juste.' : `\u202f; il y en a ${right}.`}`;
	return `${name}: the program finds ${answer.shown}${isRight ? ', which is right.' : `; there are ${right}.`}`;
}

export const rowCountSentence = (count: number, language: string): string =>
	isFrench(language) ? `${count} ${count > 1 ? 'lignes' : 'ligne'}.` : `${count} ${count === 1 ? 'row' : 'rows'}.`;

export function receiverShareRemark(
	{ to, given, answer }: ReceiverShare,
	nameOf: (id: string) => string,
	language: string
): string {
	const colon = isFrench(language) ? '\u00a0:' : ':';
	const nothingWord = isFrench(language) ? 'rien' : 'nothing';
	const shareText = Array.isArray(answer.value)
		? given.map((id) => nameOf(id)).join(', ') || nothingWord
		: answer.shown;
	return `${nameOf(to)}${colon} ${shareText}.`;
}

/** Returns a sentence about columns that are too many or missing; undefined when nothing is wrong. */
export function shareFaultSentence(
	{ extra, missing, isRight }: ReceiverShare,
	nameOf: (id: string) => string,
	language: string
): string | undefined {
	if (isRight) return undefined;
	const [colon, tooMuch, lacking, rows] = isFrench(language)
		? ['\u00a0:', 'de trop', 'il manque', 'il faut une ligne par personne']
		: [':', 'too much', 'lacking', 'there should be one row for each'];
	const faultTexts = [
		...(extra.length > 0 ? [`${tooMuch}${colon} ${extra.map((id) => nameOf(id)).join(', ')}`] : []),
		...(missing.length > 0 ? [`${lacking}${colon} ${missing.map((id) => nameOf(id)).join(', ')}`] : [])
	];
	return faultTexts.join(isFrench(language) ? '\u202f; ' : '; ') || rows;
}

export const receivedValueText = (value: unknown, language: string): string =>
	typeof value === 'number'
		? tableValueText(value, language)
		: typeof value === 'string'
			? value
			: quoteText(String(value));
