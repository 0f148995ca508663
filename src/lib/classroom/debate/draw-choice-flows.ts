import type { OptionFlow } from '#lib/domain/debate.ts';

interface FlowNode {
	option: string;
	count: number;
	y: number;
	height: number;
}
interface FlowRibbon extends OptionFlow {
	/** Vertical position of the ribbon's top edge on the left (`y0`) and on the right (`y1`). */
	y0: number;
	y1: number;
	height: number;
}
interface ChoiceFlowDrawing {
	leftNodes: FlowNode[];
	rightNodes: FlowNode[];
	ribbons: FlowRibbon[];
}

/** Computes the flow chart. `size` is the height of the whole class, `gap` the space between two options. */
export function drawChoiceFlows(
	flows: readonly OptionFlow[],
	options: readonly string[],
	size: number,
	gap: number
): ChoiceFlowDrawing {
	const choiceCount = flows.reduce((sum, { count }) => sum + count, 0);
	const heightOfCount = (count: number) => (choiceCount === 0 ? 0 : (size * count) / choiceCount);
	const stackNodesBy = (of: (flow: OptionFlow) => string): FlowNode[] => {
		let y = 0;
		return options.map((option) => {
			const count = flows.reduce((sum, flow) => sum + (of(flow) === option ? flow.count : 0), 0);
			const node = { option, count, y, height: heightOfCount(count) };
			y += node.height + gap;
			return node;
		});
	};
	const leftNodes = stackNodesBy(({ from }) => from);
	const rightNodes = stackNodesBy(({ to }) => to);
	const [leaving, arriving] = [leftNodes, rightNodes].map((nodes) =>
		Object.fromEntries(nodes.map(({ option, y }) => [option, y]))
	) as [Record<string, number>, Record<string, number>];
	const ribbons = flows
		.filter(({ count }) => count > 0)
		.map((flow) => {
			const height = heightOfCount(flow.count);
			const [y0, y1] = [leaving[flow.from] ?? 0, arriving[flow.to] ?? 0];
			leaving[flow.from] = y0 + height;
			arriving[flow.to] = y1 + height;
			return { ...flow, y0, y1, height };
		});
	return { leftNodes, rightNodes, ribbons };
}

/** Gives each option of a decision a colour, which charts show only beside the option's name. */
const OPTION_COLOURS = [
	'var(--ember)',
	'var(--piste-blue)',
	'var(--pass)',
	'var(--text-quiet)',
	'var(--piste-red)',
	'var(--warn)'
];

export const optionColour = (options: readonly string[], option: string): string =>
	OPTION_COLOURS[Math.max(0, options.indexOf(option)) % OPTION_COLOURS.length] ?? 'var(--text)';
