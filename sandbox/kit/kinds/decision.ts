/** The decision in a scene without code: the figures of one option. */
import { label } from 'braise/draw';
import type { SceneInput } from '../scene.ts';
import type { Area } from '../stage.ts';
import type { SceneDecision, SceneFigure } from './fields.ts';
import { drawFigureSheet } from './figure-sheet.ts';
import { figureText } from './sentences.ts';

export interface OptionFigures {
	option: string;
	figures: readonly SceneFigure[];
}

/** Returns the figures of the chosen option, in the situation of the decision; undefined in other situations. */
export function findOptionFigures(decision: SceneDecision, input: SceneInput): OptionFigures | undefined {
	const { situation, option = decision.option, values = {} } = input;
	return situation === decision.situation ? { option, figures: decision.measure(option, values) } : undefined;
}

export function drawOptionFigures(area: Area, { option, figures }: OptionFigures, language: string): void {
	drawFigureSheet(area, {
		heading: label(`option-${option}`),
		figures,
		names: (id) => label(`figure-${id}`),
		language
	});
}

export function describeOptionFigures({ option, figures }: OptionFigures, language: string): string {
	const [colon, semicolon] = language === 'fr' ? ['\u00a0: ', '\u202f; '] : [': ', '; '];
	const figureTexts = figures.map((figure) => `${label(`figure-${figure.id}`)}${colon}${figureText(figure, language)}`);
	return `${label(`option-${option}`)}${colon}${figureTexts.join(semicolon)}.`;
}
