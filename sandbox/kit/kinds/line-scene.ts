import { label, layer } from 'braise/draw';
import { timeText, numberText } from '../telling/writing.ts';
import type { LineFields } from './fields.ts';
import { type LineStory, type LinePoint, createLineStory } from './line-story.ts';
import {
	rightCountSentence,
	limitSentences,
	linePointSentence,
	totalSentence,
	linePointRemark,
	quoteText,
	expectedAnswerSentence,
	totalRemark
} from './sentences.ts';
import type { Look } from '../people/looks.ts';
import { look, person } from '../people/person.ts';
import { currentPalette, stage } from '../stage.ts';
import { says } from '../telling/says.ts';
import { drawFridge } from '../things/fridge.ts';
import { timeline } from '../timeline.ts';
import { type CodelessSceneLayout, type CodelessSceneMoment, createCodelessSceneLayout } from './layout.ts';
import { drawLinePoints, createLineScale, drawLineSheet } from './line-sheet.ts';
import { drawBandZoneMark } from '../telling/marks.ts';
import { drawTotalCard } from './sheets.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { room } from '../places/room.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';

function describeLine({ points, movedPoint, total }: LineStory, fields: LineFields, language: string): string[] {
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

const LINE_DRAWING_SECONDS = 5;
const lineTimeline = timeline({ each: 13, begins: 1.2, still: LINE_DRAWING_SECONDS + 3 });
const WHITE_COAT_LOOK: Look = {
	skin: '#d6a077',
	hair: '#4a2f27',
	coat: '#f6f3ea',
	fold: '#d9d3c4',
	scarf: '#2f8a56',
	legs: '#34404f',
	style: 'bun',
	glasses: true
};

const personLookIn = ({ beside, title }: LineFields): number | Look =>
	beside === 'fridge' ? WHITE_COAT_LOOK : look(title);

function drawLineStory(
	line: LineStory,
	fields: LineFields,
	layout: CodelessSceneLayout,
	{ time, still, language }: CodelessSceneMoment
): void {
	const { points, movedPoint, total } = line;
	const { now, part } = lineTimeline.at(time, 1, still);
	const { sheet, card } = layout;
	const scale = createLineScale(sheet, fields, line);
	const { hour } = currentPalette();
	const { width, height } = stage();
	layer('line', JSON.stringify([hour, width, height, language, scale.least, scale.most, !movedPoint]), () => {
		drawLineSheet({ area: sheet, scale, fields, heading: label(fields.title), language });
	});
	const visiblePointCount =
		movedPoint === undefined ? Math.ceil(points.length * Math.min(1, now / LINE_DRAWING_SECONDS)) : points.length;
	const isDone = visiblePointCount === points.length;
	const firstWrongIndex = points.findIndex(({ verdict }) => verdict !== 'right');
	const currentIndex = isDone && firstWrongIndex >= 0 ? firstWrongIndex : visiblePointCount - 1;
	const lookedPoint = movedPoint ?? points[currentIndex];
	drawLinePoints({
		story: line,
		scale,
		shownCount: visiblePointCount,
		current: movedPoint === undefined ? currentIndex : undefined,
		movedText: `${numberText(movedPoint?.value ?? 0, language)} ${fields.unit}`
	});
	if (lookedPoint !== undefined && fields.beside === 'fridge')
		drawFridgeBesideSheet(lookedPoint, fields, layout, language);
	const isRight = lookedPoint === undefined || lookedPoint.verdict === 'right';
	const isTold = movedPoint !== undefined || isDone;
	person(layout.person, {
		look: personLookIn(fields),
		mood: !isTold ? 'waiting' : isRight && isTotalRight(line) ? 'content' : 'puzzled'
	});
	if (total !== undefined) drawTotalCard(card, label(fields.total?.label ?? ''), total, language);
	if (!isTold || lookedPoint === undefined) return;
	const isAboutWholeLine = movedPoint === undefined && isRight;
	const words = isAboutWholeLine
		? remarkOnTotal(line, fields, language)
		: linePointRemark(lookedPoint, fields.unit, language);
	says(layout.person, words, {
		tone: isRight && (!isAboutWholeLine || isTotalRight(line)) ? 'right' : 'wrong',
		...(!isRight && { aside: expectedAnswerSentence(quoteText(lookedPoint.expected), language) }),
		grown: movedPoint === undefined ? part(LINE_DRAWING_SECONDS, LINE_DRAWING_SECONDS + 0.3) : 1,
		top: sheet.y + sheet.height + 6
	});
}

const isTotalRight = ({ total }: LineStory): boolean => total === undefined || total.verdict === 'right';

function remarkOnTotal(line: LineStory, { point, total }: LineFields, language: string): string {
	return line.total === undefined || isTotalRight(line)
		? allRightSentence([point.function, ...(line.total && total ? [total.function] : [])], language)
		: totalRemark(line.total, language);
}

function drawPersonAndFridge(fields: LineFields, { person: at, thing }: CodelessSceneLayout): void {
	if (fields.beside === 'fridge')
		drawFridge(thing, { reads: '?', says: '', lamp: (x, y, radius) => drawBandZoneMark('odd', x, y, radius) });
	person(at, { look: personLookIn(fields) });
}

function drawFridgeBesideSheet(
	{ value, answer, answeredZone }: LinePoint,
	fields: LineFields,
	{ thing }: CodelessSceneLayout,
	language: string
): void {
	const { right, unit } = fields;
	const clampShare = (distance: number) => Math.min(1, Math.max(0, distance));
	drawFridge(thing, {
		reads: `${numberText(value, language)} ${unit}`,
		says: answer.shown,
		lamp: (x, y, radius) => drawBandZoneMark(answeredZone, x, y, radius),
		ice: clampShare((right.from - value) / 4),
		heat: clampShare((value - right.to) / 6)
	});
}

export function lineScene(program: object, fields: LineFields) {
	const hasThing = fields.beside !== undefined;
	return createCodelessScene({
		decision: fields.decision,
		hasThing,
		backdrop: () => room('shop'),
		prepare: (input) => createLineStory(program, fields, readDialValue(fields.hand, input)),
		play: (line, moment) => drawLineStory(line, fields, createCodelessSceneLayout(hasThing), moment),
		describe: (line, language) => describeLine(line, fields, language),
		wait: (layout) => drawPersonAndFridge(fields, layout)
	});
}
