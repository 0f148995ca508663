/**
 * Replaces Chart.js's own declarations, with which an error of one letter has a message of fifty lines, because they declare
 * all charts at once. Names and meanings are those of https://www.chartjs.org/docs/4.5.1/.
 */
export const CHART_DECLARATIONS = `
/** A row of figures in a chart. */
interface ChartDataset {
	label?: string;
	data: (number | null | { x: number | string; y: number; r?: number })[];
	backgroundColor?: string | string[];
	borderColor?: string | string[];
	borderWidth?: number;
	/** How much a line is curved, from 0 for a straight one to 1. */
	tension?: number;
	fill?: boolean | string;
	[setting: string]: unknown;
}
interface ChartData {
	/** One for each figure. */
	labels?: (string | number)[];
	datasets: ChartDataset[];
}
interface ChartSettings {
	type: 'bar' | 'line' | 'pie' | 'doughnut' | 'radar' | 'polarArea' | 'scatter' | 'bubble';
	data: ChartData;
	options?: Record<string, unknown>;
	plugins?: unknown[];
}
/**
 * Draws a chart on a canvas.
 * @example
 * new Chart('waste', { type: 'bar', data: { labels: ['Mon', 'Tue'], datasets: [{ label: 'kg', data: [12, 9] }] } });
 */
declare class Chart {
	/** \`canvas\`: the element, or its id. */
	constructor(canvas: HTMLCanvasElement | CanvasRenderingContext2D | string, settings: ChartSettings);
	data: ChartData;
	options: Record<string, unknown>;
	/** Draws the chart again after its data changed. */
	update(mode?: 'none' | 'active' | 'resize'): void;
	/** Takes the chart off its canvas. */
	destroy(): void;
	resize(width?: number, height?: number): void;
	static defaults: Record<string, unknown>;
}
`;
