interface SentenceSpan {
	start: number;
	end: number;
}

export interface Sentence {
	text: string;
	range: Range;
	/** The paragraph, list item or heading that contains the sentence. */
	block: HTMLElement;
}

const TEXT_BLOCK_SELECTOR = 'p, li, h1, h2, h3, h4, pre, td, th, dt, dd';

/** Returns the sentences of a text, without the blanks around them. With `isCode`, each line is a sentence. */
export function splitSentences(text: string, language: string, isCode = false): SentenceSpan[] {
	// In prose a line break is a blank like others, at which the segmenter must not end a sentence.
	const flatText = isCode ? text : text.replaceAll(/\s/g, ' ');
	const segments = isCode
		? [...flatText.matchAll(/.+/g)].map(({ 0: segment, index }) => ({ segment, index }))
		: [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(flatText)];
	return segments
		.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
		.map(({ segment, index }) => ({
			start: index + segment.length - segment.trimStart().length,
			end: index + segment.trimEnd().length
		}));
}

export function sentencesOf(elements: Iterable<Element>, language: string): Sentence[] {
	return [...elements].flatMap(findTextBlocks).flatMap(({ block, nodes }) => {
		const text = nodes.map(({ data }) => data).join('');
		return splitSentences(text, language, block.matches('pre')).map(({ start, end }) => {
			const range = document.createRange();
			range.setStart(...findTextPosition(nodes, start));
			range.setEnd(...findTextPosition(nodes, end));
			return { text: text.slice(start, end).replaceAll(/\s+/g, ' '), range, block };
		});
	});
}

/** Returns the text nodes of each block: a list item within another is a block of its own. */
function findTextBlocks(element: Element): { block: HTMLElement; nodes: Text[] }[] {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const blocks: { block: HTMLElement; nodes: Text[] }[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const block = node.parentElement?.closest<HTMLElement>(TEXT_BLOCK_SELECTOR);
		if (!(node instanceof Text) || !block?.checkVisibility()) continue;
		const lastBlock = blocks.at(-1);
		if (lastBlock?.block === block) lastBlock.nodes.push(node);
		else blocks.push({ block, nodes: [node] });
	}
	return blocks;
}

function findTextPosition(nodes: Text[], offset: number): [Text, number] {
	let remainingOffset = offset;
	for (const node of nodes) {
		if (remainingOffset <= node.length) return [node, remainingOffset];
		remainingOffset -= node.length;
	}
	throw new RangeError(`The text is shorter than ${offset}`);
}
