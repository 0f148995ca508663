/** What a scene without code shows of the decision: what an option comes to. */
import { label } from 'braise/draw';
import type { SceneInput } from '../scene.ts';
import type { Area } from '../stage.ts';
import type { SceneDecision, SceneFigure } from './fields.ts';
import { figureSheet } from './figure-sheet.ts';
import { figureText } from './sentences.ts';

/** An option, and what it comes to. */
export interface ShownFigures {
	option: string;
	figures: readonly SceneFigure[];
}

/** Measures the option that is chosen, in the situation in which one is; undefined in others. */
export function figuresFor(decision: SceneDecision, input: SceneInput): ShownFigures | undefined {
	const { situation, option = decision.option, values = {} } = input;
	return situation === decision.situation ? { option, figures: decision.measure(option, values) } : undefined;
}

/** Draws what an option comes to. */
export function playFigures(area: Area, { option, figures }: ShownFigures, language: string): void {
	figureSheet(area, {
		heading: label(`option-${option}`),
		figures,
		names: (id) => label(`figure-${id}`),
		language
	});
}

/** Says in one sentence what an option comes to. */
export function figuresInWords({ option, figures }: ShownFigures, language: string): string {
	const [colon, semicolon] = language === 'fr' ? ['\u00a0: ', '\u202f; '] : [': ', '; '];
	const listed = figures.map((figure) => `${label(`figure-${figure.id}`)}${colon}${figureText(figure, language)}`);
	return `${label(`option-${option}`)}${colon}${listed.join(semicolon)}.`;
}
