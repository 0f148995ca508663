import { pickPredictionCall, formatCallAsCode, type PredictionInputValue } from '#lib/domain/prediction-question.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatNumber } from '#lib/ui/format-number.ts';

export interface HandInQuestion {
	/** The question as HTML, sanitised when the challenge was packed; picked values are inserted as text. */
	html: string;
	call: string;
}

export function handInQuestionOf(
	challenge: Pick<Challenge, 'ask' | 'text'>,
	language: Language,
	workId: string
): HandInQuestion | null {
	const html = challenge.text[language].ask;
	if (challenge.ask === undefined || html === undefined) return null;
	const call = pickPredictionCall(challenge.ask, workId);
	const filledHtml = html.replace(/\{(\w+)\}/g, (place, id: string) => {
		const value = Object.hasOwn(call.values, id) ? call.values[id] : undefined;
		return value === undefined ? place : escapeHtml(formatInputValue(value, language));
	});
	return { html: filledHtml, call: formatCallAsCode(call) };
}

const formatInputValue = (value: PredictionInputValue, language: Language): string =>
	typeof value === 'number' ? formatNumber(value, language) : String(value);

const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
