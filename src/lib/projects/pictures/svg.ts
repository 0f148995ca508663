/** Turns an SVG into pixels at once, since it may hold scripts, addresses, and drawings without end. */
import { OWN_FILE_LIMITS } from '#lib/domain/own-file/own-file.ts';

const MOST_CHARACTERS = 1_000_000;
/** Elements that are drawn, each as often as it is used. */
const MOST_ELEMENTS = 20_000;
/** Small drawings are drawn larger than they say, for they lose nothing. */
const SHORTEST_SIDE = 800;
/** Elements that run, or that hold another picture or document. */
const FOREIGN_ELEMENTS = 'script, foreignObject, image, feImage, animate, animateTransform, animateMotion, set';

export const isSvg = ({ name, type }: File): boolean => type === 'image/svg+xml' || /\.svg$/i.test(name);

/** Resolves to null for what is no drawing, or would take too long to draw. */
export async function rasterSvg(text: string): Promise<HTMLImageElement | null> {
	if (text.length > MOST_CHARACTERS || /<!ENTITY/i.test(text)) return null;
	const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
	if (root.localName !== 'svg' || root.querySelector('parsererror') !== null) return null;
	for (const element of root.querySelectorAll(FOREIGN_ELEMENTS)) element.remove();
	if (countDrawn(root) > MOST_ELEMENTS) return null;
	const { width, height } = sizeOf(root);
	root.setAttribute('width', String(width));
	root.setAttribute('height', String(height));
	const address = URL.createObjectURL(
		new Blob([new XMLSerializer().serializeToString(root)], { type: 'image/svg+xml' })
	);
	try {
		const image = new Image(width, height);
		image.src = address;
		await image.decode();
		return image;
	} finally {
		URL.revokeObjectURL(address);
	}
}

/** Counts what is drawn when every `use` is followed; Infinity where one leads back to itself. */
function countDrawn(root: Element): number {
	const counts = new Map<Element, number>();
	const count = (element: Element): number => {
		const known = counts.get(element);
		if (known !== undefined) return known;
		// Met again before its own count is known, it leads back to itself.
		counts.set(element, Infinity);
		const target = element.localName === 'use' ? targetOf(root, element) : null;
		let sum = 1 + (target === null ? 0 : count(target));
		for (const child of element.children) sum += count(child);
		counts.set(element, sum);
		return sum;
	};
	return count(root);
}

function targetOf(root: Element, use: Element): Element | null {
	const address = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '';
	return address.startsWith('#') ? root.querySelector(`[id="${CSS.escape(address.slice(1))}"]`) : null;
}

/** Pixels that keep the drawing's shape. One that says no size is square. */
function sizeOf(root: Element): { width: number; height: number } {
	const [, , boxWidth = 0, boxHeight = 0] = (root.getAttribute('viewBox') ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	const pixels = (name: string) => /^[\d.]+(?:px)?$/.exec(root.getAttribute(name) ?? '')?.[0];
	const [width, height] = [
		parseFloat(pixels('width') ?? '') || boxWidth || 1,
		parseFloat(pixels('height') ?? '') || boxHeight || 1
	];
	if (root.getAttribute('viewBox') === null) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
	const longest = Math.max(width, height);
	const scale = Math.min(OWN_FILE_LIMITS.side, Math.max(SHORTEST_SIDE, longest)) / longest;
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
