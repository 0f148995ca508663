import { expect, test } from 'vitest';
import { serializeSvgDrawing, type SvgDrawing } from './drawing.ts';
import { cascadedStyleOf, parseHarmlessCssDeclarations, parseHarmlessCssValue, readStyleRules } from './style.ts';
import { MAX_DRAWING_WEIGHT, weighDrawing } from './weight.ts';

const createSvgElement = (
	name: string,
	attributes: Record<string, string> = {},
	...children: SvgDrawing['children']
): SvgDrawing => ({
	name,
	attributes: new Map(Object.entries(attributes)),
	style: new Map(),
	children
});
const createManyDrawings = (count: number, make: (at: number) => SvgDrawing): SvgDrawing[] =>
	Array.from({ length: count }, (_, at) => make(at));
const createDrawing = (...children: SvgDrawing[]) => createSvgElement('svg', {}, ...children);
const weighChildren = (...children: SvgDrawing[]) => weighDrawing(createDrawing(...children));

test('an ordinary drawing with thousands of shapes is light enough', () => {
	const dashedPath = createSvgElement('path', { d: 'M0 0 L500 500 C1 2 3 4 5 6', 'stroke-dasharray': '5 3' });
	const gradient = createSvgElement(
		'linearGradient',
		{ id: 'sky' },
		createSvgElement('stop'),
		createSvgElement('stop')
	);
	const tilePattern = createSvgElement('pattern', { id: 'tiles' }, createSvgElement('circle', { r: '2' }));
	const shapes = createManyDrawings(3000, () =>
		createSvgElement('path', { d: 'M12.5 40.2c3 4 5 6 7 8z', fill: 'url(#sky)', opacity: '1' })
	);
	const tiledShapes = createManyDrawings(20, () => createSvgElement('rect', { fill: 'url(#tiles)' }));
	expect(weighChildren(gradient, tilePattern, dashedPath, ...shapes, ...tiledShapes)).toBeLessThan(MAX_DRAWING_WEIGHT);
});

test.each<[string, SvgDrawing[]]>([
	[
		'patterns in patterns',
		createManyDrawings(9, (at) =>
			createSvgElement(
				'pattern',
				{ id: `p${at}` },
				...createManyDrawings(8, () => createSvgElement('rect', { fill: `url(#p${at + 1})` }))
			)
		).concat(createSvgElement('rect', { fill: 'url(#p0)' }))
	],
	[
		'a pattern that fills itself',
		[createSvgElement('pattern', { id: 'p' }, createSvgElement('rect', { fill: 'url(#p)' }))]
	],
	[
		'a pattern that many shapes inherit from a group',
		[
			createSvgElement('pattern', { id: 'p' }, createSvgElement('rect')),
			createSvgElement('g', { fill: 'url(#p)' }, ...createManyDrawings(200, () => createSvgElement('rect')))
		]
	],
	[
		'masks in masks',
		createManyDrawings(12, (at) =>
			createSvgElement(
				'mask',
				{ id: `m${at}` },
				...createManyDrawings(6, () => createSvgElement('rect', { mask: `url(#m${at + 1})` }))
			)
		).concat(createSvgElement('rect', { mask: 'url(#m0)' }))
	],
	[
		'a long path that is used often',
		[
			createSvgElement('path', { id: 'long', d: 'M0 0 '.repeat(20_000) }),
			...createManyDrawings(100, () => createSvgElement('use', { href: '#long' }))
		]
	],
	[
		'one line that crosses itself often',
		[createSvgElement('path', { d: 'L9 1 L1 9 '.repeat(11_000), stroke: 'black' })]
	],
	['countless dashes', [createSvgElement('path', { d: 'M0 0 H1e9', 'stroke-dasharray': '0.001' })]],
	[
		'tiny dashes that many shapes inherit',
		[
			createSvgElement(
				'svg',
				{ viewBox: '0 0 900 900', 'stroke-dasharray': '.01' },
				...createManyDrawings(50, () => createSvgElement('circle', { r: '90%' }))
			)
		]
	],
	[
		'a long chain of use elements',
		createManyDrawings(300, (at) =>
			createSvgElement('g', { id: `g${at}` }, createSvgElement('use', { href: `#g${at + 1}` }))
		)
	]
])('a drawing with %s is too heavy', (_, children) => {
	expect(weighChildren(...children)).toBeGreaterThan(MAX_DRAWING_WEIGHT);
});

test('a style keeps plain declarations, and drops filters and references outside the drawing', () => {
	const declarations = parseHarmlessCssDeclarations(
		`fill:url("#sky"); filter:url(#f); mask:url(data:image/png,a); stroke : #f00 !important; font-family:'Open Sans';
		clip-path:path("M0 0"); stroke-dasharray:0.1%; fill-opacity:\\31; opacity:.5/*;stroke:blue*/`
	);
	expect([...declarations]).toEqual([
		['fill', 'url(#sky)'],
		['stroke', '#f00'],
		['font-family', 'Open Sans'],
		['opacity', '.5']
	]);
	expect(parseHarmlessCssValue('fill', 'URL(https://example.org/#a)')).toBeUndefined();
	expect(parseHarmlessCssValue('fill', 'url(#a%62)')).toBeUndefined();
});

test('style rules apply by element, class and id, and the more specific rule wins', () => {
	const rules = readStyleRules(
		`@import url(x.css); @media print { path { fill: gold } } #one{fill:red} .b,.a{fill:blue;stroke:black} path{fill:green}
		.a .b { fill: pink } .a{ opacity: .3 }`
	);
	const styleOf = (attributes: Record<string, string>) =>
		Object.fromEntries(
			cascadedStyleOf(rules, 'path', new Map(Object.entries(attributes)), new Map([['stroke', 'white']]))
		);
	expect(styleOf({})).toEqual({ fill: 'green', stroke: 'white' });
	expect(styleOf({ class: 'a b' })).toEqual({ fill: 'blue', stroke: 'white', opacity: '.3' });
	expect(styleOf({ class: 'a', id: 'one' })).toMatchObject({ fill: 'red' });
});

test('the texts and attributes of a drawing are escaped when the drawing is written', () => {
	expect(
		serializeSvgDrawing(createSvgElement('svg', { id: '"><script>' }, createSvgElement('text', {}, '</svg><b>&')))
	).toBe(
		'<svg id="&quot;&gt;&lt;script&gt;" xmlns="http://www.w3.org/2000/svg"><text>&lt;/svg&gt;&lt;b&gt;&amp;</text></svg>'
	);
});
