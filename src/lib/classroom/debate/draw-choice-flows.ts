/** Computes ribbons that lead from choices before the talk to choices after it. */
import type { OptionFlow } from '#lib/domain/debate.ts';

interface Node {
	option: string;
	count: number;
	y: number;
	height: number;
}
interface Ribbon extends OptionFlow {
	/** Height of the ribbon's top on the left (`y0`) and on the right. */
	y0: number;
	y1: number;
	height: number;
}
export interface ChoiceFlowDrawing {
	left: Node[];
	right: Node[];
	ribbons: Ribbon[];
}

/** Computes the ribbons. `size` is the height that stands for the whole class, `gap` the space between two options. */
export function drawChoiceFlows(
	flows: readonly OptionFlow[],
	options: readonly string[],
	size: number,
	gap: number
): ChoiceFlowDrawing {
	const all = flows.reduce((sum, { count }) => sum + count, 0);
	const tall = (count: number) => (all === 0 ? 0 : (size * count) / all);
	const side = (of: (flow: OptionFlow) => string): Node[] => {
		let y = 0;
		return options.map((option) => {
			const count = flows.reduce((sum, flow) => sum + (of(flow) === option ? flow.count : 0), 0);
			const node = { option, count, y, height: tall(count) };
			y += node.height + gap;
			return node;
		});
	};
	const left = side(({ from }) => from);
	const right = side(({ to }) => to);
	const [leaving, arriving] = [left, right].map((nodes) =>
		Object.fromEntries(nodes.map(({ option, y }) => [option, y]))
	) as [Record<string, number>, Record<string, number>];
	const ribbons = flows
		.filter(({ count }) => count > 0)
		.map((flow) => {
			const height = tall(flow.count);
			const [y0, y1] = [leaving[flow.from] ?? 0, arriving[flow.to] ?? 0];
			leaving[flow.from] = y0 + height;
			arriving[flow.to] = y1 + height;
			return { ...flow, y0, y1, height };
		});
	return { left, right, ribbons };
}
