import { fill, noStroke, textAlign, textLines, textSize, textStyle, textWidth, text, label } from 'braise/draw';
import { drawHairlines } from '../paper.ts';
import { currentPalette, stage, type Area, type SceneInput, scene } from '../stage.ts';
import { notice } from '../telling/notice.ts';
import type { SceneFigure, SceneDecision, SceneDial } from './fields.ts';
import { figureText } from './sentences.ts';
import { createCodelessSceneLayout, type CodelessSceneLayout, type CodelessSceneMoment } from './layout.ts';

interface FigureSheetPlan {
	heading: string;
	figures: readonly SceneFigure[];
	names: (id: string) => string;
	language: string;
}

function drawFigureSheet(area: Area, { heading, figures, names, language }: FigureSheetPlan): void {
	const { narrow } = stage();
	const size = narrow ? 15 : 18;
	const freeArea = notice(area, { heading: shortenToOneLine(heading, area.width - size * 2, size), size });
	const rowHeight = Math.min(size * 3, freeArea.height / Math.max(1, figures.length));
	const letterSize = Math.min(size, rowHeight * 0.55);
	for (const [index, figure] of figures.entries()) {
		const baseline = freeArea.y + rowHeight * (index + 0.62);
		const rightEdge = freeArea.x + freeArea.width;
		noStroke();
		textStyle('bold');
		textSize(letterSize * 1.15);
		textAlign('right', 'alphabetic');
		fill(currentPalette().ink);
		const value = figureText(figure, language);
		text(value, rightEdge, baseline);
		const dotsEnd = rightEdge - textWidth(value) - 10;
		textStyle('normal');
		textAlign('left', 'alphabetic');
		fill('#4a3d2e');
		textSize(letterSize);
		const name = shortenToOneLine(names(figure.id), dotsEnd - freeArea.x - 8, letterSize);
		text(name, freeArea.x, baseline);
		const dots: number[] = [];
		for (let x = freeArea.x + textWidth(name) + 8; x < dotsEnd; x += 6)
			dots.push(x, baseline - 2, x + 1.5, baseline - 2);
		drawHairlines('rgba(90, 70, 45, 0.6)', 1.5, dots);
	}
}

function shortenToOneLine(words: string, maxWidth: number, size: number): string {
	textSize(size);
	const [first = '', ...more] = textLines(words, Math.max(20, maxWidth));
	return more.length === 0 ? first : `${first}…`;
}

interface OptionFigures {
	option: string;
	figures: readonly SceneFigure[];
}

function findOptionFigures(decision: SceneDecision, input: SceneInput): OptionFigures | undefined {
	const { situation, option = decision.option, values = {} } = input;
	return situation === decision.situation ? { option, figures: decision.measure(option, values) } : undefined;
}

function drawOptionFigures(area: Area, { option, figures }: OptionFigures, language: string): void {
	drawFigureSheet(area, {
		heading: label(`option-${option}`),
		figures,
		names: (id) => label(`figure-${id}`),
		language
	});
}

function describeOptionFigures({ option, figures }: OptionFigures, language: string): string {
	const [colon, semicolon] = language === 'fr' ? ['\u00a0: ', '\u202f; '] : [': ', '; '];
	const figureTexts = figures.map((figure) => `${label(`figure-${figure.id}`)}${colon}${figureText(figure, language)}`);
	return `${label(`option-${option}`)}${colon}${figureTexts.join(semicolon)}.`;
}

interface CodelessScenePlan<Story> {
	decision: SceneDecision;
	backdrop(): void;
	prepare(input: SceneInput): Story;
	play(story: Story, moment: CodelessSceneMoment): void;
	describe(story: Story, language: string): string[];
	wait(layout: CodelessSceneLayout): void;
	hasThing?: boolean;
}

type ShownStoryOrFigures<Story> = { figures: OptionFigures } | { figures?: undefined; story: Story };

export function createCodelessScene<Story>(plan: CodelessScenePlan<Story>): ReturnType<typeof scene<unknown>> {
	return scene<ShownStoryOrFigures<Story>>({
		prepare(input) {
			const figures = findOptionFigures(plan.decision, input);
			return figures ? { figures } : { story: plan.prepare(input) };
		},
		play(content, { time, still, input: { language } }) {
			plan.backdrop();
			if (!content.figures) return plan.play(content.story, { time, still, language });
			const layout = createCodelessSceneLayout(plan.hasThing ?? false);
			drawOptionFigures(layout.sheet, content.figures, language);
			plan.wait(layout);
		},
		describe(content, { input: { language } }) {
			return content.figures
				? [describeOptionFigures(content.figures, language)]
				: plan.describe(content.story, language);
		}
	});
}

/** Returns the dial's value in this situation; undefined in situations without a dial. */
export function readDialValue(dial: SceneDial | undefined, { situation, values }: SceneInput): number | undefined {
	return situation === dial?.situation ? (values?.[dial.id] ?? dial.start) : undefined;
}

export const takeFirstItems = <Item>(list: readonly Item[], count: number | undefined): readonly Item[] =>
	list.slice(0, count ?? list.length);
