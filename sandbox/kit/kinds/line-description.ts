/** Describes a line in words. */
import { label } from 'braise/draw';
import { timeText } from '../telling/numbers.ts';
import type { LineFields } from './fields.ts';
import type { LineStory } from './line-story.ts';
import { rightCountSentence, limitSentences, linePointSentence, totalSentence } from './sentences.ts';

/** Returns sentences: first about the value that the dial sets, then about the whole line, then about what is wrong. */
export function describeLine({ points, movedPoint, total }: LineStory, fields: LineFields, language: string): string[] {
	const wrongPoints = points.filter(({ verdict }) => verdict !== 'right');
	const sentences = wrongPoints.map((point) =>
		linePointSentence(point, fields.unit, language, timeText(point.minute, language))
	);
	const isCountWrong = total !== undefined && total.verdict !== 'right';
	return [
		...(movedPoint ? [linePointSentence(movedPoint, fields.unit, language)] : []),
		rightCountSentence(points.length - wrongPoints.length, points.length, language),
		...limitSentences(sentences, language),
		...(isCountWrong ? [totalSentence(label(fields.total?.label ?? ''), total, language)] : [])
	];
}
